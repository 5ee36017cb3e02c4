// Numbers and times as they are read; a missing one is a dash, never a zero.

const DASH = '–';
const minus = (text) => text.replace('-', '−');
const missing = (value) => value === null || value === undefined || value === '' || Number.isNaN(Number(value));
const formats = new Map();

function format(digits) {
  if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  return formats.get(digits);
}

export function number(value, digits = 0) {
  return missing(value) ? DASH : minus(format(digits).format(Number(value)));
}

export function signed(value, digits = 2) {
  if (missing(value)) return DASH;
  const rounded = Number(Number(value).toFixed(digits));
  return (rounded > 0 ? '+' : '') + number(rounded === 0 ? 0 : rounded, digits);
}

export const percent = (value, digits = 2) => (missing(value) ? DASH : `${number(value, digits)} %`);
export const signedPercent = (value, digits = 2) => (missing(value) ? DASH : `${signed(value, digits)} %`);

/** As many digits as the size of a price asks for. */
export function price(value) {
  if (missing(value)) return DASH;
  const size = Math.abs(Number(value));
  return number(value, size >= 10000 ? 1 : size >= 100 ? 2 : size >= 1 ? 4 : 6);
}

export const tone = (value) => (missing(value) || Number(value) === 0 ? '' : Number(value) > 0 ? 'up' : 'down');

const pad = (value) => String(value).padStart(2, '0');

export function time(seconds) {
  if (missing(seconds) || !Number.isFinite(Number(seconds))) return DASH;
  const date = new Date(Number(seconds) * 1000);
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())} ${clock(seconds)}`;
}

export function clock(seconds) {
  const date = new Date(Number(seconds) * 1000);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
}

export function shortTime(seconds) {
  if (missing(seconds)) return DASH;
  const date = new Date(Number(seconds) * 1000);
  return `${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

/** What is held: short positions say so. */
export const holding = (row) => (row.side === 'SELL' ? `${row.pair} short` : row.pair);

export function duration(seconds) {
  if (missing(seconds)) return DASH;
  const whole = Math.max(0, Math.round(Number(seconds)));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.round(whole / 60)} min`;
  if (whole < 172800) return `${(whole / 3600).toFixed(1)} h`;
  return `${(whole / 86400).toFixed(1)} d`;
}

/** ALREADY_LONG as "already long". */
export const words = (constant) => (constant ? String(constant).replaceAll('_', ' ').toLowerCase() : DASH);
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
