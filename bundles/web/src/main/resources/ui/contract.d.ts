/**
 * What a module's screens agree on with the shell. `ui/plugin.json` declares contributions (data only, nothing is imported
 * for them); the module named there exports a PluginModule. Everything a view does is undone by its `destroy` and by
 * `ctx.signal`: bundles stop and are replaced while the page lives.
 */
export interface Contribution {
  /**
   * Where it goes: "page", "nav", "menu" (the person's own settings, under the name), "search", "command", "top" (beside the
   * search, on every page), or a point that another module has opened with `outlet`.
   */
  point: string;
  id: string;
  title: string;
  icon?: string;
  order?: number;
  /** Rights that a person needs; the server leaves out what he may not see. */
  needs?: string[];
  /** Of a page: its address and all below it are this view's. Of an entry of nav or menu: where it leads. Of a search: `/things/{id}`. */
  path?: string;
  view?: string;
  /** Only beside a subject like this: true asks that its props have the name, anything else that they have this value. */
  when?: Record<string, unknown>;
  /** Of a search: what answers `?q=&limit=` with `{items: [{id, fields: {name}}]}`. */
  api?: string;
  /** Of a search: the field that names what was found, if it isn't "name". */
  name?: string;
  /** Of a search: fields that tell apart what has the same name. */
  note?: string[];
  [more: string]: unknown;
}
export interface Plugin {
  id: string; rev: string; base: string; module?: string; styles?: string[]; contributions: Contribution[];
}
export default interface PluginModule {
  /** Once for each page; `host.signal` aborts when the module leaves. */
  activate?(host: Host): void | Promise<void>;
  views: Record<string, (el: HTMLElement, ctx: Ctx) => View | Promise<View>>;
  commands?: Record<string, (host: Host) => void>;
}
export interface View {
  update?(props: unknown): void;
  destroy?(): void | Promise<void>;
  /** True while it holds text that nobody has saved and `state` doesn't keep: when its module leaves it stays for a minute, to be copied. */
  dirty?(): boolean;
  /** Of a page: asked before the person goes to another one; it may ask back. False stays. */
  leaving?(to: string): boolean | Promise<boolean>;
}
export interface User { id: string; name: string; email: string; roles: string[]; rights: string[] }
export interface Host {
  id: string;
  base: string;
  signal: AbortSignal;
  user: User;
  /** Same origin, JSON in and out, CSRF added, ended by `signal`. Throws ProblemError. */
  api(path: string, init?: { method?: string; json?: unknown; body?: BodyInit; headers?: Record<string, string>; signal?: AbortSignal }): Promise<any>;
  /** A topic of the live events, or "resync": then everything is to be read anew. Ends with `until`, or else with `signal`. */
  on(topic: string, listener: (what: any) => void, until?: AbortSignal): void;
  /** Remembered for this user in this tab, as JSON: outlives the module's replacement and a reload. Nothing secret. */
  state(key: string): { get(): any; set(value: unknown): void };
  toast(text: string, kind?: 'ok' | 'warn' | 'danger', action?: { label: string; run: () => void }): void;
  confirm(ask: { title: string; text: string; yes: string; danger?: boolean }): Promise<boolean>;
  navigate(url: string, how?: { replace?: boolean }): Promise<void>;
  /**
   * Opens a point for other modules inside `el`, which must be this view's own; ends with `until`, or else with `signal`. `only` shows the contribution of that
   * id alone ("" none), as under tabs drawn from `list`; `changed` tells that modules came or went.
   */
  outlet(point: string, el: HTMLElement, how?: { props?: unknown; only?: string; changed?: () => void }, until?: AbortSignal): Outlet;
}
export interface Outlet { list: Contribution[]; update(props: unknown, only?: string): void; dirty(): boolean; destroy(): void }
/** `props` of a page: where it is, below its own path. */
export interface Ctx extends Host { props: { path: string[]; query: URLSearchParams }; contribution: Contribution }
/** RFC 9457. */
export interface ProblemError extends Error {
  status: number; type: string; title: string; fields: Record<string, string>; current?: { version: number; fields: Record<string, unknown> };
}
