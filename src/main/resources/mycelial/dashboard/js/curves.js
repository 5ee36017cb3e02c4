// Equity of the four streams, and below it the drawdown.

import { byId, STREAMS } from './dom.js';
import { bubble, colour, crosshair, grid, legend, nearest, onResize, prepare, scale, ticks, timeAxis } from './canvas.js';
import { number, signedPercent, percent, time } from './format.js';
import { panel, state } from './store.js';

const chart = { at: null, x: null, range: [0, 1] };
const canvas = byId('equity-plot');
const DRAWDOWN = 0.27;

function limits(points, columns, always) {
  let low = Infinity;
  let high = -Infinity;
  for (const point of points) {
    for (const column of columns) {
      const value = point[column];
      if (value === null) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (always !== undefined) { low = Math.min(low, always); high = Math.max(high, always); }
  const room = (high - low) * 0.06 || Math.abs(high) * 0.001 || 1;
  return [low - room, high + room];
}

/** At most two points a pixel: the curve looks the same, and costs the same however long it is. */
function line(pen, points, column, x, y) {
  const step = Math.max(1, Math.floor(points.length / (chart.width * 2)));
  let drawing = false;
  pen.beginPath();
  for (let i = 0; i < points.length; i += i + step < points.length ? step : Math.max(1, points.length - 1 - i)) {
    const value = points[i][column];
    if (value === null) { drawing = false; continue; }
    if (drawing) pen.lineTo(x(points[i][0]), y(value));
    else pen.moveTo(x(points[i][0]), y(value));
    drawing = true;
  }
}

function drawEquity(pen, points, columns, area, x) {
  const [low, high] = limits(points, columns, points[0][columns[0]] ?? undefined);
  const y = scale(low, high, area.bottom, area.top);
  grid(pen, ticks(low, high, 5), y, area, (value) => number(value, high - low < 20 ? 1 : 0));
  const start = points[0][columns[0]];
  if (start !== null) {
    pen.strokeStyle = colour('faint');
    pen.setLineDash([3, 4]);
    pen.beginPath();
    pen.moveTo(area.left, Math.round(y(start)) + 0.5);
    pen.lineTo(area.right, Math.round(y(start)) + 0.5);
    pen.stroke();
    pen.setLineDash([]);
  }
  for (const column of columns) {
    pen.strokeStyle = colour(STREAMS[column - 1]);
    pen.lineWidth = column === 3 ? 2.2 : 1.6;
    pen.setLineDash(column === 4 ? [6, 4] : []);
    line(pen, points, column, x, y);
    pen.stroke();
  }
  pen.setLineDash([]);
}

function drawDrawdown(pen, points, columns, area, x) {
  const deepest = Math.max(limits(points, columns.map((column) => column + 4))[1], 0.1);
  const y = scale(0, deepest, area.top, area.bottom);
  grid(pen, ticks(0, deepest, 2), y, area, (value) => (value === 0 ? '0 %' : `−${number(value, deepest < 4 ? 1 : 0)} %`));
  for (const column of columns) {
    pen.strokeStyle = colour(STREAMS[column - 1]);
    pen.lineWidth = 1.3;
    pen.setLineDash(column === 4 ? [6, 4] : []);
    line(pen, points, column + 4, x, y);
    pen.stroke();
  }
  pen.setLineDash([]);
}

function drawLook(pen, points, columns, area, x, bottom) {
  if (chart.at === null) return;
  const point = points[nearest(points, chart.at, (each) => each[0])];
  const at = Math.round(x(point[0])) + 0.5;
  pen.strokeStyle = colour('faint');
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(at, area.top);
  pen.lineTo(at, bottom);
  pen.stroke();
  const lines = [{ text: time(point[0]), colour: colour('muted') }];
  for (const column of columns) {
    const start = points[0][column];
    lines.push({ text: `${STREAMS[column - 1]}  ${number(point[column], 2)}  ${signedPercent(start ? 100 * (point[column] / start - 1) : null)}  drawdown ${percent(point[column + 4])}`, colour: colour(STREAMS[column - 1]) });
  }
  bubble(pen, { x: at, y: area.top + 60 }, lines, area);
}

function describe(points) {
  const last = points[points.length - 1];
  canvas.setAttribute('aria-label', `Equity at ${time(last[0])}: ${STREAMS.map((stream, i) => `${stream} ${number(last[i + 1], 2)}, drawdown ${percent(last[i + 5])}`).join('; ')}`);
}

function draw() {
  const points = state.equity;
  const note = byId('equity-empty');
  note.hidden = points.length > 1;
  if (points.length < 2) {
    note.textContent = 'No equity yet: it is stored at every bar once trading begins; before that the colony warms up on the past.';
    return;
  }
  const { pen, width, height } = prepare(canvas);
  const area = { left: 6, right: width - 62, top: 8, bottom: Math.round(height * (1 - DRAWDOWN)) - 14, width: width - 68 };
  const below = { ...area, top: area.bottom + 20, bottom: height - 24 };
  const columns = STREAMS.map((stream, i) => i + 1).filter((column) => shown.has(STREAMS[column - 1]));
  chart.range = [points[0][0], points[points.length - 1][0]];
  chart.width = area.width;
  chart.x = scale(...chart.range, area.left, area.right);
  timeAxis(pen, chart.x, ...chart.range, below);
  if (columns.length === 0) return;
  drawEquity(pen, points, columns, area, chart.x);
  drawDrawdown(pen, points, columns, below, chart.x);
  drawLook(pen, points, columns, area, chart.x, below.bottom);
  describe(points);
}

const drawn = panel(byId('equity-panel'), ['equity'], draw);
const shown = legend(byId('equity-legend'), STREAMS.map((stream) => ({ key: stream, title: stream, cls: `s-${stream}` })), () => drawn.redraw());
crosshair(canvas, chart, () => drawn.redraw());
onResize(canvas, () => drawn.redraw());
