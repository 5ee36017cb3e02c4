// What explorers propose, and which analysts the builder has deployed.

import { byId, empty, fill, h, table, tag } from './dom.js';
import { number, shortTime } from './format.js';
import { panel, state } from './store.js';

const TEAMS = ['HFT', 'DAY', 'SWING'];
const ENOUGH = 0.7;
const OLD = 2 * 3600;

function rows() {
  const newest = Math.max(0, ...state.proposals.map((row) => row.time));
  const pairs = new Map();
  for (const proposal of state.proposals) {
    if (!pairs.has(proposal.pair)) pairs.set(proposal.pair, { pair: proposal.pair, teams: {}, best: 0, time: 0 });
    const row = pairs.get(proposal.pair);
    (row.teams[proposal.team] ||= []).push(proposal);
    row.time = Math.max(row.time, proposal.time);
    if (newest - proposal.time < OLD) row.best = Math.max(row.best, proposal.confidence);
  }
  return [...pairs.values()].sort((a, b) => b.best - a.best || (a.pair < b.pair ? -1 : 1));
}

function cell(proposals, newest) {
  if (!proposals) return h('span', { cls: 'quiet' }, '–');
  const sorted = [...proposals].sort((a, b) => b.confidence - a.confidence);
  const yes = sorted.filter((row) => row.confidence >= ENOUGH).length;
  const old = newest - sorted[0].time > OLD;
  return h('span', { title: sorted.map((row) => `${row.agent} ${number(row.confidence, 2)}: ${row.reason}`).join('\n'), 'aria-label': `${yes} of ${sorted.length} at 0.70 or more, best ${number(sorted[0].confidence, 2)}` },
    h('span', { cls: 'dots', 'aria-hidden': 'true' }, h('b', {}, '●'.repeat(yes)), '○'.repeat(Math.max(0, sorted.length - yes))), ` ${number(sorted[0].confidence, 2)}${old ? ' (old)' : ''}`);
}

function draw() {
  const all = rows();
  const newest = Math.max(0, ...all.map((row) => row.time));
  const deployed = new Set();
  for (const build of [...state.builds].sort((a, b) => a.n - b.n)) {
    if (build.kind === 'DEPLOYED') deployed.add(build.pair);
    if (build.kind === 'RETIRED') deployed.delete(build.pair);
  }
  fill(byId('board'), all.length === 0 ? empty('No proposal yet', 'Explorers score the pairs from what they have heard; they propose nothing before they have heard enough.') : table('Explorers’ proposals by pair and team', [
    { title: 'Pair', cell: (row) => row.pair },
    ...TEAMS.map((team) => ({ title: team, cell: (row) => cell(row.teams[team], newest) })),
    { title: 'Analyst', cell: (row) => (deployed.has(row.pair) ? tag('deployed', 'good') : '') },
    { title: 'Newest', cell: (row) => shortTime(row.time) },
  ], all));
  fill(byId('builds'), state.builds.length === 0 ? empty('No analyst deployed yet') : [...state.builds].reverse().map((row) => h('div', { cls: 'item' }, h('div', { cls: 'head' }, tag(String(row.kind).toLowerCase(), row.kind === 'DEPLOYED' ? 'good' : ''), h('b', {}, row.pair || ''), h('span', { cls: 'quiet num' }, shortTime(row.time))), h('p', {}, row.reason || ''))));
}

panel(byId('board-panel'), ['proposals', 'builds'], draw);
