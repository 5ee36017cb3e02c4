// The price of a pair, with what both streams thought and what was done about it.

import { byId, fill, h } from './dom.js';
import { bubble, colour, crosshair, grid, legend, nearest, onResize, prepare, scale, ticks, timeAxis } from './canvas.js';
import { price, signed, time, words } from './format.js';
import { panel, state } from './store.js';

const canvas = byId('price-plot');
const chooser = byId('pair');
const chart = { at: null, x: null, range: [0, 1] };
const HEARD = 4000;
const NEAR = 900;
const heard = new Map();
let data = null;
let asked = 0;
let asking = false;
let stale = true;

const MARKS = [
  { key: 'baseline', title: 'baseline ideas', cls: 's-baseline' },
  { key: 'mycelial', title: 'mycelial ideas', cls: 's-mycelial' },
  { key: 'collisions', title: 'collisions', cls: 's-synthesized' },
  { key: 'fills', title: 'fills', cls: 's-account' },
];

function pairs() {
  const names = new Set(Object.keys(state.prices));
  for (const row of [...state.trades, ...state.open, ...state.ideas, ...state.collisions, ...state.proposals]) if (row.pair) names.add(row.pair);
  for (const name of state.pairs || []) names.add(name);
  return [...names].sort();
}

function choices() {
  const names = pairs();
  if (names.length === chooser.options.length) return;
  const traded = state.collisions[0]?.pair || state.trades[0]?.pair || names[0];
  const chosen = chooser.value || traded;
  fill(chooser, names.map((name) => h('option', { value: name, selected: name === chosen }, name)));
  if (names.includes(chosen)) chooser.value = chosen;
}

async function ask() {
  const pair = chooser.value;
  if (!pair || asking) return;
  asking = true;
  stale = false;
  asked = performance.now();
  try {
    const answer = await fetch(`/api/pair?pair=${encodeURIComponent(pair)}`);
    if (answer.ok) data = await answer.json();
    else stale = true;
  } catch (gone) {
    stale = true;
  } finally {
    asking = false;
    drawn.redraw();
  }
}

function listen() {
  const told = Object.entries(state.status?.pairs || {}).filter(([, row]) => row.close !== null).map(([pair, row]) => [pair, [row.lastBarEnd, row.close]]);
  for (const [pair, [at, value]] of [...told, ...Object.entries(state.prices)]) {
    if (!heard.has(pair)) heard.set(pair, []);
    const points = heard.get(pair);
    if (points.length === 0 || points[points.length - 1][0] < at) points.push([at, value]);
    if (points.length > HEARD) points.splice(0, points.length - HEARD);
  }
}

/** Candles where they are stored; else what has been heard since the page was opened. */
function series() {
  const candles = data.candles.map((row) => ({ time: row.time + row.seconds / 2, end: row.time + row.seconds, open: row.open, high: row.high, low: row.low, close: row.close }));
  const last = candles.length ? candles[candles.length - 1].end : -Infinity;
  const later = (heard.get(data.pair) || []).filter(([at]) => at > last);
  return { candles, line: later.map(([at, value]) => ({ time: at, close: value })) };
}

function fills() {
  const all = [];
  for (const trade of [...data.trades, ...data.open]) all.push({ trade, entry: [trade.entry_time, Number(trade.entry_price)], exit: trade.exit_time ? [trade.exit_time, Number(trade.exit_price)] : null });
  return all;
}

function bounds(candles, points, marks) {
  const times = [...candles.map((row) => row.time), ...points.map((row) => row.time), ...marks.flatMap((mark) => [mark.entry[0], mark.exit?.[0]])].filter((value) => value !== undefined);
  const values = [...candles.flatMap((row) => [row.low, row.high]), ...points.map((row) => row.close), ...marks.flatMap((mark) => [mark.entry[1], mark.exit?.[1]])].filter((value) => value !== undefined);
  const least = (all) => all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (all) => all.reduce((a, b) => Math.max(a, b), -Infinity);
  const room = (most(values) - least(values)) * 0.08 || most(values) * 0.001;
  return { from: least(times), to: most(times), low: least(values) - room, high: most(values) + room };
}

function drawCandles(pen, candles, x, y, area) {
  const gap = candles.length > 1 ? x(candles[1].time) - x(candles[0].time) : 6;
  const merge = Math.max(1, Math.ceil(3 / Math.max(gap, 0.01)));
  const width = Math.max(1, Math.min(9, gap * merge * 0.62));
  for (let i = 0; i < candles.length; i += merge) {
    const group = candles.slice(i, i + merge);
    const open = group[0].open;
    const close = group[group.length - 1].close;
    const high = group.reduce((most, row) => Math.max(most, row.high), -Infinity);
    const low = group.reduce((least, row) => Math.min(least, row.low), Infinity);
    const at = x((group[0].time + group[group.length - 1].time) / 2);
    pen.strokeStyle = pen.fillStyle = colour(close >= open ? 'up' : 'down');
    pen.globalAlpha = 0.85;
    pen.fillRect(Math.round(at) - 0.5, y(high), 1, Math.max(1, y(low) - y(high)));
    pen.fillRect(at - width / 2, Math.min(y(open), y(close)), width, Math.max(1, Math.abs(y(open) - y(close))));
  }
  pen.globalAlpha = 1;
}

function drawLine(pen, points, x, y) {
  pen.strokeStyle = colour('text');
  pen.lineWidth = 1.2;
  pen.beginPath();
  points.forEach((point, i) => (i === 0 ? pen.moveTo(x(point.time), y(point.close)) : pen.lineTo(x(point.time), y(point.close))));
  pen.stroke();
}

function arrow(pen, at, up, size, filled) {
  pen.beginPath();
  pen.moveTo(at.x, at.y);
  pen.lineTo(at.x - size, at.y + (up ? size * 1.6 : -size * 1.6));
  pen.lineTo(at.x + size, at.y + (up ? size * 1.6 : -size * 1.6));
  pen.closePath();
  if (filled) pen.fill();
  else pen.stroke();
}

/** Ideas hang on the price of their moment: those to buy below it, those to sell above it. */
function drawIdeas(pen, at, y, area, x) {
  for (const idea of data.ideas) {
    if (!shown.has(idea.stream) || idea.time < chart.range[0] || idea.time > chart.range[1]) continue;
    const value = at(idea.time);
    const buys = idea.side === 'BUY';
    const level = value === null ? (buys ? area.bottom - 26 : area.top + 26) : y(value);
    pen.strokeStyle = pen.fillStyle = colour(idea.stream);
    pen.lineWidth = 1.2;
    const lane = idea.stream === 'mycelial' ? 17 : 8;
    arrow(pen, { x: x(idea.time), y: level + (buys ? lane : -lane) }, buys, 3.4, idea.stream === 'mycelial');
  }
  if (!shown.has('collisions')) return;
  for (const hit of data.collisions) {
    const when = Math.max(hit.baseline_time, hit.mycelial_time);
    const value = at(when);
    if (value === null) continue;
    pen.strokeStyle = colour('synthesized');
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x(when), y(value), 6.5, 0, 2 * Math.PI);
    pen.stroke();
  }
}

function drawFills(pen, marks, x, y) {
  for (const mark of marks) {
    const gain = mark.trade.pnl === undefined ? null : Number(mark.trade.pnl);
    pen.strokeStyle = colour(gain === null ? 'muted' : gain > 0 ? 'up' : 'down');
    pen.lineWidth = 1.3;
    if (mark.exit) {
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(x(mark.entry[0]), y(mark.entry[1]));
      pen.lineTo(x(mark.exit[0]), y(mark.exit[1]));
      pen.stroke();
      pen.setLineDash([]);
      pen.strokeRect(x(mark.exit[0]) - 2.5, y(mark.exit[1]) - 2.5, 5, 5);
    }
    pen.fillStyle = colour(mark.trade.stream);
    pen.beginPath();
    pen.arc(x(mark.entry[0]), y(mark.entry[1]), 3, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** The price at a time, of the nearest candle, price heard or fill; null where none is within a quarter of an hour. */
function finder(candles, points, marks) {
  const fills = marks.flatMap((mark) => [mark.entry, mark.exit]).filter(Boolean).map(([at, close]) => ({ time: at, close }));
  const all = [...candles, ...points, ...fills].sort((a, b) => a.time - b.time);
  return (when) => {
    if (all.length === 0) return null;
    const row = all[nearest(all, when, (each) => each.time)];
    return Math.abs(row.time - when) <= NEAR ? row.close : null;
  };
}

function drawLook(pen, candles, points, area, x, y) {
  if (chart.at === null) return;
  const near = (chart.range[1] - chart.range[0]) / 120;
  const row = [...candles, ...points][candles.length + points.length ? nearest([...candles, ...points], chart.at, (each) => each.time) : 0];
  const lines = [{ text: time(chart.at), colour: colour('muted') }];
  if (row) lines.push({ text: row.open === undefined ? price(row.close) : `O ${price(row.open)}  H ${price(row.high)}  L ${price(row.low)}  C ${price(row.close)}` });
  for (const idea of data.ideas.filter((each) => shown.has(each.stream) && Math.abs(each.time - chart.at) < near).slice(0, 4)) lines.push({ text: `${idea.stream} ${idea.side}${idea.stream === 'baseline' ? '' : ` ${words(idea.grade)}`}: ${words(idea.fate)}`, colour: colour(idea.stream) });
  for (const trade of data.trades.filter((each) => Math.abs(each.exit_time - chart.at) < near || Math.abs(each.entry_time - chart.at) < near).slice(0, 3)) lines.push({ text: `${trade.stream} ${signed(trade.pnl)} (${words(trade.reason)})`, colour: colour(trade.stream) });
  const at = Math.round(x(chart.at)) + 0.5;
  pen.strokeStyle = colour('faint');
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(at, area.top);
  pen.lineTo(at, area.bottom);
  pen.stroke();
  bubble(pen, { x: at, y: row ? y(row.close) : area.top + 40 }, lines, area);
}

function explain(candles, points, marks) {
  const note = byId('price-note');
  if (candles.length) note.textContent = `Five-minute candles of the traded period${points.length ? ', then prices as heard on the bus' : ''}. Outlined arrows are baseline ideas, filled ones mycelial; rings are collisions; dots are entries, squares exits.`;
  else if (points.length) note.textContent = 'No candles are stored for this session: the line is what has been heard since this page was opened; ideas of times without a price stand at the edges.';
  else if (marks.length) note.textContent = 'No candles are stored for this session and nothing is heard: the marks stand at the prices of the fills themselves; ideas far from any stand at the edges.';
  else note.textContent = '';
}

function draw() {
  choices();
  listen();
  const live = state.session?.live;
  if (data?.pair !== chooser.value || stale || (live && performance.now() - asked > 5000)) ask();
  const note = byId('price-empty');
  if (!data || data.pair !== chooser.value) { note.hidden = false; note.textContent = 'Waiting for a pair.'; return; }
  const { candles, line } = series();
  const marks = shown.has('fills') || !(candles.length || line.length) ? fills() : [];
  explain(candles, line, marks);
  note.hidden = candles.length + line.length + marks.length > 0;
  if (!note.hidden) { note.textContent = `Nothing is known of ${data.pair} yet: no candle is stored, nothing has been heard, nothing was traded.`; return; }
  paint(candles, line, marks);
}

function paint(candles, line, marks) {
  const { pen, width, height } = prepare(canvas);
  const area = { left: 6, right: width - 72, top: 10, bottom: height - 24, width: width - 78 };
  const { from, to, low, high } = bounds(candles, line, marks);
  chart.range = [from, to > from ? to : from + 60];
  chart.x = scale(...chart.range, area.left + 8, area.right - 8);
  const y = scale(low, high, area.bottom, area.top);
  grid(pen, ticks(low, high, 6), y, area, price);
  timeAxis(pen, chart.x, ...chart.range, area);
  if (candles.length) drawCandles(pen, candles, chart.x, y, area);
  if (line.length) drawLine(pen, line, chart.x, y);
  if (shown.has('fills')) drawFills(pen, marks, chart.x, y);
  drawIdeas(pen, finder(candles, line, fills()), y, area, chart.x);
  drawLook(pen, candles, line, area, chart.x, y);
  canvas.setAttribute('aria-label', `${data.pair}: ${data.ideas.length} ideas, ${data.collisions.length} collisions, ${data.trades.length} closed trades`);
}

/** The next pair, or the one before. */
export function step(direction) {
  if (chooser.options.length === 0) return;
  chooser.selectedIndex = (chooser.selectedIndex + direction + chooser.options.length) % chooser.options.length;
  drawn.redraw();
}

const drawn = panel(byId('price-panel'), ['prices', 'ideas', 'collisions', 'trades', 'session', 'result', 'status'], () => {
  draw();
});
const shown = legend(byId('mark-legend'), MARKS, () => drawn.redraw());
chooser.addEventListener('change', () => drawn.redraw());
crosshair(canvas, chart, () => drawn.redraw());
onResize(canvas, () => drawn.redraw());
