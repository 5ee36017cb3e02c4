// Which session it is, how it stands, the four streams, and what HAVEN watches.

import { byId, empty, facts, fill, h, say, STREAMS, streamTag, table } from './dom.js';
import { holding, number, percent, plural, price, shortTime, signed, signedPercent, time, tone } from './format.js';
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
    const told = state.status?.standing;
    if (told && !told.trading && told.state === 'RUNNING') return ['WARMING UP', 'warn'];
    const name = told?.state || 'RUNNING';
    return [name, name === 'RUNNING' ? 'good' : name === 'HALTED' ? 'bad' : 'warn'];
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
  say(byId('session-line'), session.id ? `${session.id} · seed ${session.seed}${pace()}` : 'waiting for the session’s databases');
  const last = state.equity[state.equity.length - 1];
  const now = state.status?.clock?.now ?? (last ? last[0] : null);
  say(byId('clock'), now ? time(now) : state.session?.live ? 'warming up' : '–');
  const banner = byId('provenance');
  banner.hidden = !session.provenance;
  say(banner, session.provenance ? `${PROVENANCE[session.provenance] || session.provenance} Paper trading only.` : '');
  const mark = byId('provenance-tag');
  mark.hidden = !session.provenance;
  say(mark, session.provenance || '');
  const trouble = byId('trouble');
  const barrier = session.live && state.status?.standing?.barrier;
  trouble.hidden = !state.trouble && !barrier;
  say(trouble, state.trouble || (barrier ? `No position may be opened: ${barrier}.` : ''));
  say(byId('build'), session.build ? `Build ${session.build} · configuration ${String(session.config_fingerprint).slice(0, 12)} · started ${session.started_at}${session.digest ? ` · digest ${session.digest.slice(0, 16)}` : ''}` : '');
  document.title = session.id ? `${text} · ${session.id}` : 'Mycelial Finance';
}

function pace() {
  const clock = state.session?.live && state.status?.clock;
  if (!clock) return '';
  return clock.speed ? ` · ${number(clock.speed, clock.speed < 10 ? 1 : 0)} × real time` : ' · as fast as it goes';
}

/** What the session itself has said, and where it has not, what the stored trades and equity add up to. */
function figures(stream) {
  const stored = state.figures[stream] || {};
  const told = state.result?.streams?.[stream] || (state.session?.live && state.status?.streams?.[stream]);
  if (!told || stored.equity === undefined) return stored;
  return { trades: told.trades, wins: told.wins, open: told.openPositions, fees: told.feesPaid, equity: told.equity, returnPct: told.pnlPct, maxDrawdownPct: told.maxDrawdownPct };
}

function card(stream) {
  const own = figures(stream);
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

function reduced(pairs) {
  return Object.entries(pairs || {}).map(([pair, how]) => `${pair} ${how}`).join(', ') || 'none';
}

function havenNow(told) {
  const family = told.leadingShare;
  fill(byId('haven'),
    gauge('Drawdown to a halt', told.drawdownPct, Number(told.haltPct), `${percent(told.drawdownPct)} of ${number(told.haltPct, 1)} %`),
    gauge('Drawdown to the end of the session', told.sessionDrawdownPct, Number(told.shutdownPct), `${percent(told.sessionDrawdownPct)} of ${number(told.shutdownPct, 1)} %`),
    gauge('Policy contagion now', family?.percent ?? 0, told.quarantinePct, `${percent(family?.percent ?? 0, 1)} of ${number(told.quarantinePct)} % to a quarantine`),
    facts([
      ['In force', told.inForce ? (told.drill ? 'yes, in a fire drill' : 'yes') : 'no'],
      ['Leading family of rules', told.leadingFamily ? `${told.leadingFamily} (${family.led} of ${family.susceptible})` : 'none'],
      ['Highest contagion so far', percent(told.maxContagionPct, 1)],
      ['Pairs reduced', reduced(told.reducedPairs)],
      ['Risk halts', number(told.halts)],
      ['Quarantines, brakes', `${number(told.quarantines)}, ${number(told.brakes)}`],
      ['Entries refused', number(told.refusedEntries)],
    ]));
}

/** Of a session that has ended its result tells what HAVEN did. */
function haven() {
  const told = state.result?.haven;
  if (state.status?.haven) {
    havenNow(state.status.haven);
    return;
  }
  if (!told) {
    fill(byId('haven'), empty('Not told yet', state.session?.live ? 'The session says how HAVEN stands once a second; this one has not yet.' : 'The session ended without a result.'));
    return;
  }
  const account = state.figures.account || {};
  const limits = /drawdown of ([\d.]+) %.*end at ([\d.]+) %/.exec(state.result.assumptions?.HAVEN || '');
  fill(byId('haven'),
    gauge('Drawdown of the account', account.drawdownPct, Number(limits?.[1] || 0), `${percent(account.drawdownPct)}${limits ? ` of ${number(limits[1], 1)} % to a halt` : ''}`),
    gauge('Highest policy contagion', Number(told.maxContagionPercent), 100, `${percent(told.maxContagionPercent, 1)} of the learners`),
    facts([
      ['In force', told.inForce ? (told.drill ? 'yes, in a fire drill' : 'yes') : 'no'],
      ['Largest family of rules', told.largestFamily || 'none'],
      ['Risk halts', number(told.halts)],
      ['Quarantines, brakes', `${number(told.quarantines)}, ${number(told.brakes)}`],
      ['Probations, hibernations', `${number(told.probations)}, ${number(told.hibernated)}`],
      ['Entries refused', number(told.refusedEntries)],
      ['Cost (−) or saved (+)', signed(told.costOrSaved)],
    ]));
}

function positions() {
  say(byId('open-count'), plural(state.open.length, 'position'));
  fill(byId('open-list'), state.open.length === 0 ? empty('Nothing is open', 'Positions appear here when a stream buys.') : table('Open positions', [
    { title: 'Stream', cell: (row) => streamTag(row.stream) },
    { title: 'Pair', cell: holding },
    { title: 'Entry', num: true, cell: (row) => price(row.entry_price) },
    { title: 'Now', num: true, tone: (row) => tone(open(row)), cell: (row) => (open(row) === null ? '–' : signed(open(row))) },
    { title: 'Held (UTC)', cell: held },
  ], [...state.open].reverse()));
}

/** From entry to deadline, by the clock alone where both are within a day; the panel is narrow. */
function held(row) {
  const [from, to] = [shortTime(row.entry_time), shortTime(row.deadline)];
  const short = row.deadline - row.entry_time < 86400;
  return h('span', { title: `${from} to ${to}` }, short ? `${from.slice(-5)}–${to.slice(-5)}` : [from, h('br'), to]);
}

/** What a position would bring at the price last heard, before the costs of its exit. */
function open(row) {
  const close = state.status?.pairs?.[row.pair];
  const heard = state.prices[row.pair] || (close?.close && [close.lastBarEnd, close.close]);
  const direction = row.side === 'SELL' ? -1 : 1;
  return heard ? direction * (heard[1] - Number(row.entry_price)) * Number(row.quantity) - Number(row.entry_fee) : null;
}

panel(document.querySelector('.top'), ['session', 'status', 'equity', 'trouble', 'connection'], head);
panel(byId('streams'), ['figures', 'status', 'result'], () => fill(byId('streams'), STREAMS.map(card)));
panel(byId('haven-panel'), ['status', 'figures', 'result', 'session'], haven);
panel(byId('open-panel'), ['open', 'prices', 'status'], positions);
