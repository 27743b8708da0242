/** The shell's contract, as this module uses it; see contract.d.ts of the bundle web. */
export interface Ctx {
  user: { id: string; name: string; rights: string[] };
  signal: AbortSignal;
  props: { path: string[]; query: URLSearchParams };
  contribution: { type: string; path: string };
  api(path: string, init?: object): Promise<any>;
  on(topic: string, listener: (what: any) => void, until?: AbortSignal): void;
  state(key: string): { get(): any; set(value: unknown): void };
  toast(text: string, kind?: 'ok' | 'warn' | 'danger'): void;
  confirm(ask: { title: string; text: string; yes: string; danger?: boolean }): Promise<boolean>;
  navigate(url: string, how?: { replace?: boolean }): Promise<void>;
  outlet(point: string, el: HTMLElement, how?: { props?: unknown; only?: string; changed?: () => void }, until?: AbortSignal): Outlet;
}
export interface Outlet { list: { id: string; title: string }[]; update(props: unknown, only?: string): void; destroy(): void }
