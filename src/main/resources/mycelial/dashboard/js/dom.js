// Elements are made of text alone: nothing that is shown is ever read as HTML.

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(key === 'cls' ? 'class' : key, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false).map((child) => (child instanceof Node ? child : document.createTextNode(String(child)))));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Shows these children. What is the same stays in place, with the focus, the scroll and a click that is under way. */
export function fill(element, ...children) {
  reconcile(element, children.flat(Infinity).filter(Boolean));
}

function reconcile(parent, fresh) {
  const known = new Map([...parent.children].filter((child) => child.dataset.key).map((child) => [child.dataset.key, child]));
  fresh.forEach((wanted, i) => {
    const at = parent.childNodes[i];
    const match = wanted.dataset?.key ? known.get(wanted.dataset.key) : at;
    const used = match ? merged(match, wanted) : wanted;
    if (used !== at) parent.insertBefore(used, at || null);
  });
  while (parent.childNodes.length > fresh.length) parent.lastChild.remove();
}

/** The node that is there, if it can become the one that is wanted; buttons are told apart by their labels. */
function merged(there, wanted) {
  if (there.isEqualNode(wanted)) return there;
  if (there.nodeName !== wanted.nodeName || wanted.nodeName === 'BUTTON' || !wanted.childElementCount || !sameAttributes(there, wanted)) return wanted;
  reconcile(there, [...wanted.childNodes]);
  return there;
}

function sameAttributes(one, other) {
  return one.attributes.length === other.attributes.length && [...one.attributes].every((attribute) => other.getAttribute(attribute.name) === attribute.value);
}

/** Sets a text only where it differs, so that nothing is announced or laid out in vain. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const key = (row) => row.trade_id || row.key || row.pattern_id || row.row?.n || row.n || row.pair || null;

/** Columns are {title, num, cell(row)}; a cell is a text or a node. */
export function table(caption, columns, rows, attributes = {}) {
  const head = h('tr', {}, columns.map((column) => h('th', { scope: 'col', cls: column.num ? 'num' : null }, column.title)));
  const body = rows.map((row) => h('tr', { 'data-key': key(row) }, columns.map((column) => h('td', { cls: [column.num && 'num', column.wrap && 'wrap', column.tone && column.tone(row)].filter(Boolean).join(' ') || null }, column.cell(row)))));
  return h('table', { 'aria-label': caption, ...attributes }, h('thead', {}, head), h('tbody', {}, body));
}

export function empty(title, detail) {
  return h('div', { cls: 'empty' }, h('b', {}, title), detail || '');
}

export function tag(text, kind = '') {
  return h('span', { cls: `tag ${kind}` }, text);
}

export function streamTag(stream) {
  return STREAMS.includes(stream) ? h('span', { cls: `tag stream s-${stream}` }, stream) : tag(stream);
}

export function gradeTag(grade) {
  return tag(String(grade).toLowerCase(), grade === 'PROVEN' ? 'proven' : '');
}

export function facts(pairs) {
  return h('dl', { cls: 'facts' }, pairs.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

export const STREAMS = ['baseline', 'mycelial', 'synthesized', 'account'];
