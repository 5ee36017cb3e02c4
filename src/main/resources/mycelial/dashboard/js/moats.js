// The five moats: where their signals come from, and how old the newest is.

import { byId, empty, fill, h, tag } from './dom.js';
import { duration, number, plural, shortTime } from './format.js';
import { panel, state } from './store.js';

const NAMES = ['Finance', 'Code', 'Logistics', 'Government', 'Corporations'];
const KIND = { SIMULATED: 'warn', SYNTHETIC: 'warn', LIVE: 'good', REAL: 'good', RECORDED: '', REPLAYED: '', MISSING: 'bad' };

function reading(each) {
  const freshest = each.reduce((best, row) => (best === null || row.ageSeconds < best.ageSeconds ? row : best), null);
  const oldest = each.reduce((worst, row) => (worst === null || row.ageSeconds > worst.ageSeconds ? row : worst), null);
  return { freshest, oldest };
}

function moat(told) {
  const readings = (told.readings || []).filter((row) => row.ageSeconds !== null && row.ageSeconds !== undefined);
  const { freshest, oldest } = reading(readings);
  const missing = Object.keys(told.missing || {});
  const what = freshest ? (readings.length === 1 ? `${freshest.channel} ${freshest.field} ${number(freshest.value, 2)}${freshest.level === null || freshest.level === undefined ? '' : `, rank ${number(100 * freshest.level)} %`}` : `${plural(readings.length, 'series', 'series')}, from ${told.source || 'the feed'}`) : 'no signal yet';
  const age = freshest ? (readings.length > 1 && oldest.ageSeconds !== freshest.ageSeconds ? `${duration(freshest.ageSeconds)} to ${duration(oldest.ageSeconds)} old` : `${duration(freshest.ageSeconds)} old`) : '';
  return h('div', { cls: 'moat' }, h('b', {}, told.moat), h('span', {}, tag(String(told.state || told.provenance).toLowerCase(), KIND[told.state || told.provenance] ?? ''), ` ${plural(Number(told.signals) || 0, 'signal')}`), h('span', { cls: 'fresh num' }, age),
    h('span', {}), h('span', { cls: 'quiet' }, what, missing.length ? ` · missing: ${missing.map((name) => `${name} (${told.missing[name]})`).join(', ')}` : ''), h('span', {}));
}

function draw() {
  const told = state.status?.moats || state.result?.moats;
  const list = Array.isArray(told) ? told : told ? Object.entries(told).map(([name, value]) => ({ moat: name, ...value })) : [];
  const order = (name) => NAMES.indexOf(name);
  const missing = state.missing.map((row) => h('p', { cls: 'note' }, `${row.channel}: no signal at ${shortTime(row.time)}`));
  fill(byId('moats'), list.length === 0 ? empty('Not told yet', 'The session says once a second how fresh its moats are; this one has not yet.') : [...list].sort((a, b) => order(a.moat) - order(b.moat)).map(moat), list.length === 0 && missing);
}

panel(byId('moats-panel'), ['status', 'result', 'missing'], draw);
