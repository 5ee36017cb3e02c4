// Which session it is, how it stands, the four streams, and what HAVEN watches.

import { byId, empty, facts, fill, h, say, STREAMS, streamTag, table } from './dom.js';
import { number, percent, plural, price, shortTime, signed, signedPercent, time, tone } from './format.js';
import { isConnected, panel, state } from './store.js';

const PROVENANCE = {
  SYNTHETIC: 'SYNTHETIC market: nobody ever traded at these prices.',
  SIMULATED: 'SIMULATED market: nobody ever traded at these prices.',
  RECORDED: 'RECORDED market: history played back; these prices are past.',
  REAL: 'REAL market data; the trades are paper.',
  LIVE: 'LIVE market data; the trades are paper.',
};
const MEANING = { baseline: 'classical technical analysis', mycelial: 'the swarm', synthesized: 'only where both agree', account: 'synthesized, after HAVEN' };

function standing() {
  const session = state.session || {};
  if (!isConnected()) return ['no connection', 'bad'];
  if (session.live) {
    const told = String(state.status?.state || 'RUNNING');
    return [told, told === 'RUNNING' ? 'good' : told.startsWith('HALT') ? 'bad' : 'warn'];
  }
  if (session.state === 'COMPLETED') return ['COMPLETED', ''];
  if (session.state === 'RUNNING') return ['NOT RUNNING', 'warn'];
  return [session.state || 'waiting', session.state ? 'warn' : ''];
}

function head() {
  const session = state.session || {};
  const [text, kind] = standing();
  const pill = byId('state');
  say(pill, text);
  pill.className = `pill ${kind}`;
  say(byId('session-line'), session.id ? `${session.id} · seed ${session.seed}` : 'waiting for the session’s databases');
  const last = state.equity[state.equity.length - 1];
  const now = state.status?.now ?? (last ? last[0] : null);
  say(byId('clock'), now ? time(now) : state.session?.live ? 'warming up' : '–');
  const banner = byId('provenance');
  banner.hidden = !session.provenance;
  say(banner, session.provenance ? `${PROVENANCE[session.provenance] || session.provenance} Paper trading only.` : '');
  const mark = byId('provenance-tag');
  mark.hidden = !session.provenance;
  say(mark, session.provenance || '');
  const trouble = byId('trouble');
  trouble.hidden = !state.trouble;
  say(trouble, state.trouble || '');
  say(byId('build'), session.build ? `Build ${session.build} · configuration ${String(session.config_fingerprint).slice(0, 12)} · started ${session.started_at}${session.digest ? ` · digest ${session.digest.slice(0, 16)}` : ''}` : '');
  document.title = session.id ? `${text} · ${session.id}` : 'Mycelial Finance';
}

function card(stream) {
  const own = state.figures[stream] || {};
  const has = own.equity !== undefined;
  const facts = [
    ['Trades', number(own.trades ?? null)],
    ['Won', own.trades ? `${number((100 * own.wins) / own.trades)} %` : '–'],
    ['Max. drawdown', percent(own.maxDrawdownPct)],
    ['Fees', number(own.fees, 2)],
  ];
  return h('article', { cls: `card s-${stream}`, 'aria-label': stream, data: { stream } },
    h('h2', {}, stream), h('p', { cls: 'what' }, MEANING[stream]),
    h('p', { cls: 'big' }, h('b', { cls: 'num' }, has ? number(own.equity, 2) : '–'), h('span', { cls: tone(own.returnPct) }, has ? signedPercent(own.returnPct) : 'no equity yet'), own.open ? h('span', { cls: 'quiet' }, `${own.open} open`) : null),
    h('dl', { cls: 'pairs' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))));
}

function gauge(name, value, limit, text) {
  const known = value !== null && value !== undefined && limit > 0;
  return h('div', { cls: 'gauge' }, h('div', { cls: 'row' }, h('span', {}, name), h('span', {}, text)),
    known && h('meter', { min: 0, max: limit, low: limit * 0.5, high: limit * 0.8, optimum: 0, value: Math.min(limit, Math.max(0, value)), 'aria-label': `${name}: ${text}` }));
}

function haven() {
  const told = state.status?.haven || state.result?.haven;
  const account = state.figures.account || {};
  const limits = /drawdown of ([\d.]+) %.*end at ([\d.]+) %/.exec(state.result?.assumptions?.HAVEN || '');
  const halt = Number(told?.haltPercent ?? limits?.[1] ?? 0);
  const end = Number(told?.shutdownPercent ?? limits?.[2] ?? 0);
  const drawdown = told?.drawdownPercent ?? account.drawdownPct ?? null;
  const contagion = told?.contagionPercent ?? told?.maxContagionPercent ?? null;
  const spread = Number(told?.contagionLimitPercent ?? 100);
  const rows = [
    gauge('Drawdown of the account', drawdown, halt, `${percent(drawdown)}${halt ? ` of ${number(halt, 1)} % to a halt` : ''}`),
    contagion !== null && gauge(told.contagionPercent === undefined ? 'Policy contagion, highest' : 'Policy contagion', Number(contagion), spread, `${percent(contagion, 1)}${told.contagionLimitPercent ? ` of ${number(spread)} %` : ' of the learners'}`),
  ];
  const list = [];
  if (end) list.push(['Emergency shutdown at', percent(end, 1)]);
  if (told?.largestFamily) list.push(['Leading family', told.largestFamily]);
  for (const [key, name] of [['halts', 'Halts'], ['quarantines', 'Families quarantined'], ['brakes', 'Brakes on a pair'], ['probations', 'Pairs put on probation'], ['hibernated', 'Pairs in hibernation'], ['refusedEntries', 'Entries refused']]) {
    if (told?.[key] !== undefined) list.push([name, Array.isArray(told[key]) ? told[key].join(', ') || 'none' : number(told[key])]);
  }
  if (told?.costOrSaved !== undefined) list.push(['Cost (−) or saved (+)', signed(told.costOrSaved)]);
  fill(byId('haven'), rows, list.length > 0 ? facts(list) : empty('Not told yet', state.session?.live ? 'The session says how HAVEN stands once a second; this one has not yet.' : 'The session ended without a result.'));
}

function positions() {
  say(byId('open-count'), plural(state.open.length, 'position'));
  fill(byId('open-list'), state.open.length === 0 ? empty('Nothing is open', 'Positions appear here when a stream buys.') : table('Open positions', [
    { title: 'Stream', cell: (row) => streamTag(row.stream) },
    { title: 'Pair', cell: (row) => row.pair },
    { title: 'Entry', num: true, cell: (row) => price(row.entry_price) },
    { title: 'Now', num: true, tone: (row) => tone(open(row)), cell: (row) => (open(row) === null ? '–' : signed(open(row))) },
    { title: 'Since', cell: (row) => shortTime(row.entry_time) },
    { title: 'Until', cell: (row) => shortTime(row.deadline) },
  ], [...state.open].reverse()));
}

/** What a position would bring at the price last heard, before the costs of its exit. */
function open(row) {
  const heard = state.prices[row.pair];
  return heard ? (heard[1] - Number(row.entry_price)) * Number(row.quantity) - Number(row.entry_fee) : null;
}

panel(document.querySelector('.top'), ['session', 'status', 'equity', 'trouble', 'connection'], head);
panel(byId('streams'), ['figures'], () => fill(byId('streams'), STREAMS.map(card)));
panel(byId('haven-panel'), ['status', 'figures', 'result', 'session'], haven);
panel(byId('open-panel'), ['open', 'prices'], positions);
