// What the charts share: sharp lines, axes, a crosshair for pointer and keyboard, colours of the theme.

import { shortTime } from './format.js';

const HOURS = [1 / 60, 1 / 12, 0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720];

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The drawing area in CSS pixels; as many device pixels as the screen has. */
export function prepare(canvas) {
  const box = canvas.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(box.width));
  const height = Math.max(1, Math.round(box.height));
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    canvas.width = width * ratio;
    canvas.height = height * ratio;
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = '11px system-ui, "DejaVu Sans", sans-serif';
  pen.lineJoin = 'round';
  return { pen, width, height };
}

export function scale(from, to, low, high) {
  const span = to - from || 1;
  const convert = (value) => low + ((value - from) / span) * (high - low);
  convert.invert = (pixel) => from + ((pixel - low) / (high - low || 1)) * span;
  return convert;
}

export function ticks(low, high, wanted) {
  const raw = (high - low) / Math.max(1, wanted);
  if (!(raw > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= raw);
  const found = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step / 1e6; value += step) found.push(value);
  return found;
}

export function timeTicks(from, to, wanted) {
  const hours = (to - from) / 3600 / Math.max(1, wanted);
  const step = (HOURS.find((size) => size >= hours) || 720) * 3600;
  const found = [];
  for (let value = Math.ceil(from / step) * step; value <= to; value += step) found.push(value);
  return found;
}

/** Horizontal lines with their values at the right. */
export function grid(pen, values, y, area, label) {
  pen.strokeStyle = colour('line-soft');
  pen.fillStyle = colour('muted');
  pen.lineWidth = 1;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  for (const value of values) {
    const at = Math.round(y(value)) + 0.5;
    if (at < area.top || at > area.bottom) continue;
    pen.beginPath();
    pen.moveTo(area.left, at);
    pen.lineTo(area.right, at);
    pen.stroke();
    pen.fillText(label(value), area.right + 8, at);
  }
}

export function timeAxis(pen, x, from, to, area) {
  pen.fillStyle = colour('muted');
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  for (const value of timeTicks(from, to, area.width / 110)) {
    const at = x(value);
    if (at > area.left + 26 && at < area.right - 26) pen.fillText(shortTime(value), at, area.bottom + 6);
  }
}

/** A small box beside a point: lines of {text, colour}. */
export function bubble(pen, at, lines, area) {
  const width = Math.max(...lines.map((line) => pen.measureText(line.text).width)) + 20;
  const height = lines.length * 16 + 10;
  const left = at.x + width + 16 > area.right ? at.x - width - 12 : at.x + 12;
  const top = Math.min(Math.max(area.top, at.y - height / 2), Math.max(area.top, area.bottom - height));
  pen.fillStyle = colour('raised');
  pen.strokeStyle = colour('line');
  pen.beginPath();
  pen.roundRect(Math.round(left) + 0.5, Math.round(top) + 0.5, width, height, 5);
  pen.fill();
  pen.stroke();
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  lines.forEach((line, i) => {
    pen.fillStyle = line.colour || colour('text');
    pen.fillText(line.text, left + 10, top + 13 + i * 16);
  });
}

/** Follows the pointer, and the arrow keys when the chart has the focus; tells the time looked at. */
export function crosshair(canvas, chart, redraw) {
  const look = (time) => { chart.at = time; redraw(); };
  canvas.addEventListener('pointermove', (event) => {
    if (chart.x) look(chart.x.invert(event.clientX - canvas.getBoundingClientRect().left));
  });
  canvas.addEventListener('pointerleave', () => look(null));
  canvas.addEventListener('blur', () => look(null));
  canvas.addEventListener('keydown', (event) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!direction || !chart.x) return;
    event.preventDefault();
    const [from, to] = chart.range;
    const step = (to - from) / (event.shiftKey ? 20 : 200);
    look(Math.min(to, Math.max(from, (chart.at ?? to) + direction * step)));
  });
}

/** The index of the point nearest to a time, in points ordered by it. */
export function nearest(points, time, timeOf) {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(points[middle]) < time) low = middle + 1;
    else high = middle;
  }
  return low > 0 && time - timeOf(points[low - 1]) < timeOf(points[low]) - time ? low - 1 : low;
}

/** Buttons that show and hide what a chart draws. */
export function legend(element, entries, redraw) {
  const shown = new Set(entries.filter((entry) => !entry.off).map((entry) => entry.key));
  for (const entry of entries) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = entry.cls || '';
    button.setAttribute('aria-pressed', String(shown.has(entry.key)));
    const mark = document.createElement('i');
    button.append(mark, entry.title);
    button.addEventListener('click', () => {
      if (shown.has(entry.key)) shown.delete(entry.key);
      else shown.add(entry.key);
      button.setAttribute('aria-pressed', String(shown.has(entry.key)));
      redraw();
    });
    element.append(button);
  }
  return shown;
}

/** Draws again when the chart's size or the theme changes. */
export function onResize(canvas, redraw) {
  new ResizeObserver(redraw).observe(canvas);
  document.addEventListener('themechange', redraw);
}
