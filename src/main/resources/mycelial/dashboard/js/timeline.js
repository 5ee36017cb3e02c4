// Where the two streams met, nearly met, and disagreed.

import { byId, empty, fill, gradeTag, h, streamTag, table, tag } from './dom.js';
import { bubble, colour, crosshair, nearest, onResize, prepare, scale, timeAxis } from './canvas.js';
import { number, time, words } from './format.js';
import { panel, state } from './store.js';
import { whyNot } from './why.js';

const canvas = byId('collision-plot');
const chart = { at: null, x: null, range: [0, 1] };
const LANES = [
  { kind: 'MATCHED', title: 'collisions', colour: 'synthesized' },
  { kind: 'NEAR_MISS', title: 'near misses', colour: 'warn' },
  { kind: 'CONFLICT', title: 'conflicts', colour: 'down' },
];

const apart = (idea) => (Number.isFinite(idea.partner_gap_ms) ? `, ${number(idea.partner_gap_ms / 1000, 1)} s from one of the other stream` : '');

function events() {
  const met = state.collisions.map((row) => ({ kind: 'MATCHED', time: Math.max(row.baseline_time, row.mycelial_time), pair: row.pair, side: row.side, text: `${row.gap_ms} ms apart, ${words(row.result)}`, row, key: `c${row.n}` }));
  const others = state.ideas.filter((idea) => idea.collision === 'NEAR_MISS' || idea.collision === 'CONFLICT').map((idea) => ({ kind: idea.collision, time: idea.time, pair: idea.pair, side: idea.side, text: `${idea.stream} idea of ${idea.agent}${apart(idea)}`, row: idea, key: `i${idea.n}` }));
  return [...met, ...others].sort((a, b) => a.time - b.time);
}

const counted = (kind) => Object.values(state.ideaCounts?.streams || {}).reduce((sum, stream) => sum + (stream.collision?.[kind] || 0), 0);

function tally() {
  const streams = state.ideaCounts?.streams || {};
  const ideas = (stream) => Object.values(streams[stream]?.fate || {}).reduce((sum, count) => sum + count, 0);
  const part = (count, name) => h('span', {}, h('b', {}, number(count)), ` ${name}`);
  fill(byId('collision-tally'), part(state.ideaCounts?.collisions || 0, 'collisions'), part(counted('NEAR_MISS'), 'ideas in near misses'), part(counted('CONFLICT'), 'ideas in conflict'), part(counted('EXPIRED'), 'met nobody'), part(ideas('baseline'), 'baseline ideas'), part(ideas('mycelial'), 'mycelial ideas'));
}

/** Why nothing was traded, from what is stored. */
function reason() {
  const streams = state.ideaCounts?.streams || {};
  const ideas = (stream) => Object.values(streams[stream]?.fate || {}).reduce((sum, count) => sum + count, 0);
  const baseline = ideas('baseline');
  const mycelial = ideas('mycelial');
  if (baseline + mycelial === 0) return 'No idea of either stream has been settled. Ideas appear once the warm-up is over, an analyst’s indicators agree, or three learners’ licensed rules fire together.';
  if (mycelial === 0) return `${number(baseline)} baseline ideas, and none of the swarm: no three learners with licensed rules have agreed yet.`;
  if (baseline === 0) return `${number(mycelial)} mycelial ideas, and none of the analysts: their indicators have not agreed yet.`;
  return `${number(baseline)} baseline and ${number(mycelial)} mycelial ideas, but no two for one pair and direction within five seconds.`;
}

function drawLanes(pen, all, area) {
  const height = (area.bottom - area.top) / LANES.length;
  LANES.forEach((lane, i) => {
    const middle = Math.round(area.top + height * (i + 0.5)) + 0.5;
    pen.strokeStyle = colour('line-soft');
    pen.beginPath();
    pen.moveTo(area.left, middle);
    pen.lineTo(area.right, middle);
    pen.stroke();
    pen.fillStyle = colour('muted');
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillText(lane.title, 4, middle);
    pen.fillStyle = pen.strokeStyle = colour(lane.colour);
    for (const event of all.filter((each) => each.kind === lane.kind)) {
      const at = chart.x(event.time);
      pen.beginPath();
      if (event.side === 'BUY') { pen.moveTo(at, middle - 6); pen.lineTo(at + 5, middle + 5); pen.lineTo(at - 5, middle + 5); } else { pen.moveTo(at, middle + 6); pen.lineTo(at + 5, middle - 5); pen.lineTo(at - 5, middle - 5); }
      pen.closePath();
      pen.globalAlpha = 0.85;
      if (lane.kind === 'MATCHED') pen.fill();
      else pen.stroke();
    }
    pen.globalAlpha = 1;
  });
}

function draw() {
  tally();
  const all = events();
  const note = byId('collision-empty');
  note.hidden = all.length > 0;
  list(all);
  if (all.length === 0) {
    fill(note, empty('No collision yet', reason()));
    return;
  }
  const { pen, width, height } = prepare(canvas);
  const area = { left: 92, right: width - 14, top: 4, bottom: height - 22, width: width - 106 };
  const equity = state.equity;
  const from = equity.length ? Math.min(equity[0][0], all[0].time) : all[0].time;
  const to = Math.max(equity.length ? equity[equity.length - 1][0] : from + 60, all[all.length - 1].time);
  chart.range = [from, to];
  chart.x = scale(from, to, area.left, area.right);
  timeAxis(pen, chart.x, from, to, area);
  drawLanes(pen, all, area);
  if (chart.at !== null) {
    const event = all[nearest(all, chart.at, (each) => each.time)];
    bubble(pen, { x: chart.x(event.time), y: area.top + 40 }, [{ text: time(event.time), colour: colour('muted') }, { text: `${event.pair} ${event.side}  ${words(event.kind)}` }, { text: event.text }], area);
  }
  canvas.setAttribute('aria-label', `${LANES.map((lane) => `${all.filter((each) => each.kind === lane.kind).length} ${lane.title}`).join(', ')} shown; the table below lists them`);
}

const LISTED = 60;
let listed = '';

function list(all) {
  const newest = all.slice(-LISTED).reverse();
  const key = newest.map((event) => `${event.kind}${event.row.n}`).join();
  if (key === listed) return;
  listed = key;
  const kinds = { MATCHED: ['collision', 'good'], NEAR_MISS: ['near miss', 'warn'], CONFLICT: ['conflict', 'bad'] };
  fill(byId('collision-list'), newest.length > 0 && table('Collisions, near misses and conflicts, newest first', [
    { title: 'Time', cell: (event) => time(event.time) },
    { title: 'What', cell: (event) => tag(...kinds[event.kind]) },
    { title: 'Pair', cell: (event) => event.pair },
    { title: 'Side', cell: (event) => event.side },
    { title: 'Detail', wrap: true, cell: (event) => event.text },
    { title: 'Grade', cell: (event) => (event.row.grade && event.row.stream !== 'baseline' ? gradeTag(event.row.grade) : '') },
    { title: 'Stream', cell: (event) => streamTag(event.row.stream || 'synthesized') },
    { title: '', cell: (event) => h('button', { cls: 'link', type: 'button', 'aria-label': `Why: ${event.pair} at ${time(event.time)}`, on: { click: () => whyNot(event.pair, event.time) } }, 'why') },
  ], newest));
}

const drawn = panel(byId('collision-panel'), ['collisions', 'ideas', 'ideaCounts', 'equity'], draw);
crosshair(canvas, chart, () => drawn.redraw());
onResize(canvas, () => drawn.redraw());
