// @ts-check
/**
 * An editor of formatted text on ProseMirror, loaded when somebody begins to write. Its schema is what the server lets through:
 * there is no image, no colour and no style in it, so none can be pasted.
 */
import { html, nothing, render } from 'lit';
import { baseKeymap, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { icon } from './icon.js';
import { schema } from './richtext-schema.js';

const { marks, nodes } = schema;
const LINK = /^(https?:\/\/|mailto:|tel:)\S+$/i;

/** Never through the page's own document: an image in it would be fetched. @param {string} html */
function parse(html) {
  const inert = document.implementation.createHTMLDocument('');
  inert.body.innerHTML = html;
  return DOMParser.fromSchema(schema).parse(inert.body);
}

/** @param {import('prosemirror-state').EditorState} state */
function serialized(state) {
  if (!state.doc.textContent.trim()) return '';
  const box = document.createElement('div');
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(state.doc.content));
  return box.innerHTML;
}

const rules = inputRules({ rules: [
  wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
  wrappingInputRule(/^1\.\s$/, nodes.ordered_list),
  wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
] });

const keys = keymap({
  'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em), 'Mod-u': toggleMark(marks.underline),
  'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
  Enter: splitListItem(nodes.list_item), 'Mod-[': liftListItem(nodes.list_item), 'Mod-]': sinkListItem(nodes.list_item),
  'Shift-Enter': (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  },
});

/** @type {[string, string, import('prosemirror-state').Command][]} */
const TOOLS = [
  ['bold', 'Bold (Ctrl B)', toggleMark(marks.strong)],
  ['italic', 'Italic (Ctrl I)', toggleMark(marks.em)],
  ['underline', 'Underline (Ctrl U)', toggleMark(marks.underline)],
  ['list', 'Bulleted list', wrapInList(nodes.bullet_list)],
  ['list-ordered', 'Numbered list', wrapInList(nodes.ordered_list)],
  ['quote', 'Quote', wrapIn(nodes.blockquote)],
  ['code', 'Code', setBlockType(nodes.code_block)],
  ['undo-2', 'Undo (Ctrl Z)', undo],
];

/**
 * @param {HTMLElement} el empty; becomes toolbar and text
 * @param {{html: string, label: string, changed: (html: string) => void, files?: (files: File[]) => void, invalid?: boolean}} how files: what
 *     was dropped or pasted and is no text
 */
export function richText(el, { html: given, label, changed, files }) {
  const bar = document.createElement('div');
  const box = document.createElement('div');
  el.classList.add('editor');
  el.replaceChildren(bar, box);
  let linking = false;
  const view = new EditorView(box, {
    state: EditorState.create({ doc: parse(given), plugins: [rules, keys, keymap(baseKeymap), history()] }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'prose' },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      if (tr.docChanged) changed(serialized(view.state));
    },
    handlePaste: (_, event) => take(event.clipboardData, event),
    handleDrop: (_, event) => take(/** @type {DragEvent} */ (event).dataTransfer, event),
  });

  /** @param {DataTransfer | null} data @param {Event} event */
  function take(data, event) {
    const all = [...(data?.files ?? [])];
    const text = data?.getData('text/plain').trim() ?? '';
    if (all.length && !text) { // what is copied from a sheet is text, with a picture of it beside
      event.preventDefault();
      files?.(all);
      return true;
    }
    if (!LINK.test(text) || view.state.selection.empty) return false;
    toggleMark(marks.link, { href: text })(view.state, view.dispatch);
    return true;
  }

  const run = (/** @type {import('prosemirror-state').Command} */ command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const link = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    event.stopPropagation(); // the editor may stand in a form of its own
    const href = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('href')).trim();
    linking = false;
    draw();
    if (LINK.test(href)) run(toggleMark(marks.link, { href }));
  };
  function draw() {
    render(html`<div class="tools" role="toolbar" aria-label="Format">${TOOLS.map(([sign, title, command]) => html`
        <button type="button" class="btn ghost icon xs" title=${title} aria-label=${title} @click=${() => run(command)}>${icon(sign, 's')}</button>`)}
        <button type="button" class="btn ghost icon xs" title="Link" aria-label="Link" aria-expanded=${linking} @click=${() => { linking = !linking; draw(); }}>${icon('link', 's')}</button></div>
      ${linking ? html`<form class="row" style="padding:4px 6px" @submit=${link}><input class="input" name="href" placeholder="https://…" aria-label="Address of the link" autofocus>
        <button class="btn xs">Link the selection</button></form>` : nothing}`, bar);
  }
  draw();

  return {
    get html() {
      return serialized(view.state);
    },
    /** @param {string} html */
    set(html) {
      view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, parse(html).content));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
