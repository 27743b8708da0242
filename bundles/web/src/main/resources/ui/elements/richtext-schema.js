// @ts-check
import { Schema } from 'prosemirror-model';

const block = (/** @type {string} */ tag, /** @type {object} */ more) => ({ group: 'block', parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more });
const mark = (/** @type {string} */ tag, /** @type {string[]} */ ...also) => ({ parseDOM: [tag, ...also].map(one => ({ tag: one })), toDOM: () => [tag, 0] });

/** What formatted text can be. What it lacks is left out of what is pasted; its words stay. */
export const schema = new Schema({
  nodes: /** @type {any} */ ({
    doc: { content: 'block+' },
    paragraph: block('p', { content: 'inline*', parseDOM: [{ tag: 'p' }, { tag: 'div' }] }),
    heading: { content: 'inline*', group: 'block', attrs: { level: { default: 2 } }, defining: true,
      parseDOM: [1, 2, 3].map(level => ({ tag: `h${level}`, attrs: { level } })), toDOM: (/** @type {any} */ node) => [`h${node.attrs.level}`, 0] },
    blockquote: block('blockquote', { content: 'block+', defining: true }),
    code_block: { content: 'text*', marks: '', group: 'block', code: true, defining: true, parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }], toDOM: () => ['pre', ['code', 0]] },
    bullet_list: block('ul', { content: 'list_item+' }),
    ordered_list: block('ol', { content: 'list_item+' }),
    list_item: { content: 'paragraph block*', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0], defining: true },
    horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
  }),
  marks: /** @type {any} */ ({
    link: { attrs: { href: {} }, inclusive: false, parseDOM: [{ tag: 'a[href]', getAttrs: safe }], toDOM: (/** @type {any} */ m) => ['a', { href: m.attrs.href, rel: 'noopener noreferrer' }, 0] },
    strong: mark('strong', 'b'),
    em: mark('em', 'i'),
    underline: mark('u'),
    strike: mark('s', 'del'),
    code: mark('code'),
  }),
});

/** @param {HTMLElement} a */
function safe(a) {
  const href = a.getAttribute('href') ?? '';
  return /^(https?:|mailto:|tel:)/i.test(href) ? { href } : false;
}
