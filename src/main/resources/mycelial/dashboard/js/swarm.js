// The agents by layer and health, and the patterns that the swarm has archived.

import { byId, empty, fill, gradeTag, h, say, table, tag } from './dom.js';
import { number, percent, plural, shortTime, signed, words } from './format.js';
import { panel, state } from './store.js';

const LAYERS = [
  ['Data', ['DataMinerAgent']],
  ['Moat data', ['RepoScrapeAgent', 'LogisticsMinerAgent', 'GovtDataMinerAgent', 'CorpDataMinerAgent']],
  ['Learning', ['PatternLearnerAgent']],
  ['Analysis', ['TechnicalAnalysisAgent']],
  ['Exploration', ['MarketExplorerAgent']],
  ['Collaboration', ['MycelialInstigatorAgent']],
  ['Quality', ['DeepResearchAgent']],
  ['Memory', ['MemoryAgent']],
  ['Execution', ['TradingAgent']],
  ['Risk', ['RiskManagementAgent']],
  ['Autonomy', ['BuilderAgent']],
];

/** By type: how many there are, how many are left out, what they heard and said. */
function types() {
  if (state.status?.agents) return state.status.agents;
  const told = state.result?.agents?.traffic;
  return told && Object.fromEntries(Object.entries(told).map(([name, type]) => [name, { ...type, alive: type.agents, quarantined: 0 }]));
}

function agents() {
  const told = types();
  const element = byId('agents');
  if (!told) {
    say(byId('agents-total'), '');
    fill(element, empty('Not told yet', 'The session says once a second how its agents are; this one has not yet.'));
    return;
  }
  const rows = LAYERS.map(([layer, names]) => {
    const known = names.map((name) => told[name]).filter(Boolean);
    const sum = (key) => known.reduce((total, type) => total + (Number(type[key]) || 0), 0);
    return { layer, alive: sum('alive'), ill: sum('quarantined'), retired: sum('retired'), received: sum('received'), sent: sum('sent'), known: known.length > 0 };
  });
  const most = Math.max(...rows.map((row) => row.alive + row.ill), 1);
  const trouble = state.status?.trouble || state.result?.agents || {};
  say(byId('agents-total'), `${plural(rows.reduce((sum, row) => sum + row.alive, 0), 'agent')}, ${plural(trouble.failures ?? 0, 'failure')}`);
  fill(element, h('div', { cls: 'layers' }, rows.flatMap((row) => [
    h('div', { cls: 'name' }, row.layer, h('small', {}, row.known ? `heard ${number(row.received)}, said ${number(row.sent)}` : 'none')),
    h('meter', { min: 0, max: most, optimum: most, low: 0, value: row.alive, 'aria-label': `${row.layer}: ${row.alive} agents` }),
    h('div', { cls: 'count num' }, number(row.alive), row.ill > 0 && tag(`${row.ill} quarantined`, 'bad'), row.retired > 0 && tag(`${row.retired} retired`)),
  ])), (trouble.quarantined || []).length > 0 && h('p', { cls: 'note' }, `Left out after failing: ${trouble.quarantined.join(', ')}`));
}

const grade = byId('pattern-grade');
const moat = byId('pattern-moat');
const order = byId('pattern-order');
const SHOWN = 80;

const gradeOf = (row) => (row.provenSince || row.features?.grade === 'PROVEN' ? 'PROVEN' : 'EXPLORATORY');
const condition = (each) => `${each.source} ${String(each.comparison).toLowerCase()} ${percent(100 * each.quantile)}`.replace('.00 %', ' %');

function patterns() {
  const counts = state.patternCounts || { archived: 0, moats: {} };
  const part = (count, name) => h('span', {}, h('b', {}, number(count)), ` ${name}`);
  const told = state.status?.patterns || state.result?.patterns || {};
  fill(byId('pattern-tally'), part(counts.archived, 'archived'), told.alive !== undefined && part(told.alive, 'alive'), told.licensed !== undefined && part(told.licensed, 'licensed'), part(told.proven ?? state.proven ?? 0, 'proven'), told.tried !== undefined && part(told.tried, 'tried'));
  const moats = Object.keys(counts.moats || {});
  if (moat.options.length !== moats.length + 1) {
    const chosen = moat.value;
    fill(moat, h('option', { value: '' }, 'all'), moats.map((name) => h('option', { value: name }, name)));
    moat.value = chosen;
  }
  const rows = state.patterns.filter((row) => (!grade.value || gradeOf(row) === grade.value) && (!moat.value || row.moat === moat.value));
  const by = { new: (a, b) => b.n - a.n, value: (a, b) => b.pattern_value - a.pattern_value, outcomes: (a, b) => (b.features?.outcomes || 0) - (a.features?.outcomes || 0) };
  fill(byId('patterns'), rows.length === 0 ? empty(state.patterns.length ? 'No pattern passes the filter' : 'No pattern archived yet', state.patterns.length ? '' : 'A rule is archived once it is of high value, once a session.') : patternTable(rows.sort(by[order.value]).slice(0, SHOWN)));
}

const patternTable = (rows) => table('Archived patterns', [
  { title: 'Pattern', cell: (row) => row.pattern_id },
  { title: 'Grade', cell: (row) => gradeTag(gradeOf(row)) },
  { title: 'Moat', cell: (row) => row.moat },
  { title: 'Pair', cell: (row) => `${row.product} ${row.features?.side || ''}` },
  { title: 'Value', num: true, cell: (row) => number(row.pattern_value, 1) },
  { title: 'Outcomes', num: true, cell: (row) => number(row.features?.outcomes) },
  { title: 'Mean, net', num: true, cell: (row) => (row.features?.meanReturn === undefined ? '–' : `${signed(100 * row.features.meanReturn)} %`) },
  { title: 'Age, min', num: true, cell: (row) => number(row.age_minutes, 0) },
  { title: 'Decay', num: true, cell: (row) => number(row.decay_factor, 2) },
  { title: 'Archived', cell: (row) => shortTime(row.timestamp) },
  { title: 'Rule', cell: (row) => (row.features?.conditions || []).map(condition).join(' and ') || words(row.features?.problem) },
], rows);

panel(byId('agents-panel'), ['status', 'result'], agents);
const drawn = panel(byId('patterns-panel'), ['patterns', 'patternCounts', 'proven', 'status', 'result'], patterns);
for (const each of [grade, moat, order]) each.addEventListener('change', () => drawn.redraw());
