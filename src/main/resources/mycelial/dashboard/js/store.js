// What is known of the session. Updates come as server-sent events; panels are drawn once a frame, and only those in sight.

const APPENDED = { equity: 6000, trades: 400, ideas: 800, collisions: 800, patterns: 800 };
const KEYED = ['controls', 'builds', 'recalls', 'cautions', 'proposals', 'missing'];
const LISTS = [...Object.keys(APPENDED), ...KEYED, 'open'];
const RETRY = 2000;

export const state = {};
const panels = [];
const dirty = new Set();
let waiting = false;
let source = null;
let connected = false;

function reset() {
  for (const key of Object.keys(state)) delete state[key];
  for (const key of LISTS) state[key] = [];
  state.prices = {};
  state.figures = {};
}
reset();

/** Of two neighbouring points the later equity and the deeper drawdown are kept. */
function thin(points) {
  const thinned = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    thinned.push(points[i + 1].map((value, j) => (j > 4 ? Math.max(value, points[i][j]) : value)));
  }
  if (points.length % 2) thinned.push(points[points.length - 1]);
  return thinned;
}

function append(key, rows) {
  const all = state[key];
  for (const row of rows) all.push(row);
  if (all.length <= APPENDED[key]) return;
  if (key === 'equity') state.equity = thin(all);
  else all.splice(0, all.length - APPENDED[key]);
}

function mergeKeyed(key, rows) {
  const known = new Map(state[key].map((row) => [row.key, row]));
  for (const row of rows) {
    known.delete(row.key);
    known.set(row.key, row);
  }
  state[key] = [...known.values()].slice(-300);
}

function take(data, whole) {
  if (whole) reset();
  for (const [key, value] of Object.entries(data)) {
    if (key in APPENDED) append(key, value);
    else if (KEYED.includes(key)) mergeKeyed(key, value);
    else if (key === 'prices') Object.assign(state.prices, value);
    else state[key] = value;
  }
  changed(whole ? null : Object.keys(data));
}

/** Marks what depends on these parts; null for everything. */
export function changed(keys) {
  for (const panel of panels) {
    if (keys === null || panel.keys.some((key) => keys.includes(key))) dirty.add(panel);
  }
  if (waiting || dirty.size === 0) return;
  waiting = true;
  requestAnimationFrame(draw);
}

function draw() {
  waiting = false;
  for (const panel of [...dirty]) {
    if (!panel.visible && panel.drawn) continue;
    panel.drawn = panel.drawn || Boolean(state.session);
    dirty.delete(panel);
    panel.render(state);
  }
}

const sight = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const panel = panels.find((each) => each.element === entry.target);
    if (panel) panel.visible = entry.isIntersecting;
  }
  changed([]);
  if (dirty.size > 0 && !waiting) {
    waiting = true;
    requestAnimationFrame(draw);
  }
}, { rootMargin: '200px' });

/** Has a part of the page drawn again whenever one of these parts of the state changes. */
export function panel(element, keys, render) {
  const each = { element, keys, render, visible: false, drawn: false };
  panels.push(each);
  dirty.add(each);
  sight.observe(element);
  return { redraw: () => { dirty.add(each); changed([]); } };
}

export const isConnected = () => connected;

function standing(now) {
  connected = now;
  changed(['connection']);
}

function open() {
  if (source || document.hidden) return;
  source = new EventSource('/api/stream');
  source.addEventListener('snapshot', (event) => { standing(true); take(JSON.parse(event.data), true); });
  source.addEventListener('update', (event) => take(JSON.parse(event.data), false));
  source.addEventListener('error', () => {
    standing(false);
    if (source && source.readyState === EventSource.CLOSED) {
      close();
      setTimeout(open, RETRY);
    }
  });
}

function close() {
  if (source) source.close();
  source = null;
}

/** A page that nobody sees asks for nothing. */
export function connect() {
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  open();
}
