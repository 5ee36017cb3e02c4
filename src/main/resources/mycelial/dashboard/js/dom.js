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

export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
}

/** Sets a text only where it differs, so that nothing is announced or laid out in vain. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Columns are {title, num, cell(row)}; a cell is a text or a node. */
export function table(caption, columns, rows, attributes = {}) {
  const head = h('tr', {}, columns.map((column) => h('th', { scope: 'col', cls: column.num ? 'num' : null }, column.title)));
  const body = rows.map((row) => h('tr', {}, columns.map((column) => h('td', { cls: [column.num && 'num', column.wrap && 'wrap', column.tone && column.tone(row)].filter(Boolean).join(' ') || null }, column.cell(row)))));
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
