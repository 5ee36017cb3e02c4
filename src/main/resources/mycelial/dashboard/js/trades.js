// The closed trades, with filters; the export obeys them too.

import { byId, empty, fill, gradeTag, h, say, streamTag, STREAMS, table } from './dom.js';
import { duration, holding, number, plural, price, signed, signedPercent, time, tone, words } from './format.js';
import { panel, state } from './store.js';
import { why } from './why.js';

const PAGE = 50;
const FILTERS = [
  ['stream', 'Stream', () => STREAMS],
  ['pair', 'Pair', () => seen('pair')],
  ['result', 'Result', () => ['WIN', 'LOSS']],
  ['grade', 'Grade', () => ['PROVEN', 'EXPLORATORY']],
  ['exit', 'Exit', () => seen('reason')],
];
const known = { pair: new Set(), reason: new Set() };
const chosen = {};
let offset = 0;
let answer = null;
let number_of = 0;
let timer = null;

const seen = (column) => [...known[column]].sort();

function query() {
  const parameters = new URLSearchParams();
  for (const [key] of FILTERS) if (chosen[key]) parameters.set(key, chosen[key]);
  return parameters;
}

async function ask() {
  const parameters = query();
  byId('csv').setAttribute('href', `/api/trades.csv?${parameters}`);
  parameters.set('offset', offset);
  parameters.set('limit', PAGE);
  const mine = ++number_of;
  try {
    const response = await fetch(`/api/trades?${parameters}`);
    if (mine !== number_of || !response.ok) return;
    answer = await response.json();
    for (const row of answer.rows) { known.pair.add(row.pair); known.reason.add(row.reason); }
    drawn.redraw();
  } catch (gone) {
    timer = null;
  }
}

/** At most once a second while trades come in. */
function later() {
  if (timer) return;
  timer = setTimeout(() => { timer = null; ask(); }, answer ? 1000 : 0);
}

function filters() {
  const element = byId('trade-filters');
  for (const [key, title, values] of FILTERS) {
    let select = element.querySelector(`[name="${key}"]`);
    if (!select) {
      select = h('select', { name: key, on: { change: () => { chosen[key] = select.value; offset = 0; ask(); } } });
      element.append(h('label', {}, `${title} `, select));
    }
    const wanted = values();
    if (select.options.length !== wanted.length + 1) {
      fill(select, h('option', { value: '' }, 'all'), wanted.map((value) => h('option', { value }, value === value.toUpperCase() && key !== 'pair' ? words(value) : value)));
      select.value = chosen[key] || '';
    }
  }
}

const columns = [
  { title: 'Closed', cell: (row) => time(row.exit_time) },
  { title: 'Stream', cell: (row) => streamTag(row.stream) },
  { title: 'Pair', cell: holding },
  { title: 'Type', cell: (row) => row.strategy_type },
  { title: 'Held', num: true, cell: (row) => duration(row.exit_time - row.entry_time) },
  { title: 'Quantity', num: true, cell: (row) => price(row.quantity) },
  { title: 'Entry', num: true, cell: (row) => price(row.entry_price) },
  { title: 'Exit', num: true, cell: (row) => price(row.exit_price) },
  { title: 'P&L', num: true, tone: (row) => tone(row.pnl), cell: (row) => signed(row.pnl) },
  { title: 'P&L %', num: true, tone: (row) => tone(row.pnl), cell: (row) => signedPercent(row.pnl_pct) },
  { title: 'Fees', num: true, cell: (row) => number(row.fees_paid, 2) },
  { title: 'Why closed', cell: (row) => words(row.reason) },
  { title: 'Grade', cell: (row) => (row.stream === 'baseline' ? '–' : gradeTag(row.grade)) },
  { title: 'Idea of', cell: (row) => row.agent },
  { title: '', cell: (row) => h('button', { cls: 'link', type: 'button', 'aria-label': `Why: ${row.trade_id}`, on: { click: () => why(row.trade_id) } }, 'why') },
];

function draw() {
  for (const row of state.trades) { known.pair.add(row.pair); known.reason.add(row.reason); }
  filters();
  const element = byId('trades');
  if (!answer) { fill(element, empty('Loading', '')); return; }
  const part = (count, name) => h('span', {}, h('b', {}, count), ` ${name}`);
  fill(byId('trade-tally'), part(number(answer.total), answer.total === answer.all ? 'trades' : `of ${number(answer.all)} trades`), part(number(answer.wins), 'won'), h('span', {}, 'sum ', h('b', { cls: tone(answer.pnl) }, signed(answer.pnl))));
  const filtered = [...query()].length > 0;
  fill(element, answer.rows.length === 0 ? empty(filtered ? 'No trade passes the filter' : 'No trade closed yet', filtered ? `${plural(answer.all, 'trade')} in all.` : 'A trade appears when its position is closed.') : table('Closed trades, newest first', columns, answer.rows));
  const last = Math.min(offset + PAGE, answer.total);
  say(byId('page'), answer.total ? `${number(offset + 1)}–${number(last)} of ${number(answer.total)}` : '');
  byId('newer').disabled = offset === 0;
  byId('older').disabled = last >= answer.total;
}

byId('newer').addEventListener('click', () => { offset = Math.max(0, offset - PAGE); ask(); });
byId('older').addEventListener('click', () => { offset += PAGE; ask(); });

let drawnTrades = null;
const drawn = panel(byId('trades-panel'), ['trades', 'figures'], () => {
  const now = Object.values(state.figures).reduce((sum, own) => sum + (own.trades || 0), 0);
  if (now !== drawnTrades) { drawnTrades = now; later(); }
  draw();
});
