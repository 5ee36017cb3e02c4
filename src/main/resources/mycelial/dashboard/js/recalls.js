// What memory said that changed a decision; and who was commanded to stop.

import { byId, empty, fill, h, say, tag } from './dom.js';
import { number, plural, shortTime, time, words } from './format.js';
import { panel, state } from './store.js';

function recall(row) {
  const made = row.decision ? `The licence was ${words(row.decision)}${row.decision === 'LICENSED' ? ` at ${number(row.decisionScore, 1)} instead of ${number(row.decisionScore / row.factor, 1)}` : ''}.` : 'The decision has not been announced yet.';
  return h('div', { cls: 'item' }, h('div', { cls: 'head' }, tag(row.advice === 'REFUSE' ? 'refuse' : `lower to ${number(100 * row.factor)} %`, row.advice === 'REFUSE' ? 'bad' : 'warn'), h('b', {}, `${row.patternId} on ${row.pair}`), h('span', { cls: 'quiet num' }, time(row.time))),
    h('p', {}, `${plural(row.recalled, 'trade')} remembered nearby, ${number(row.failures)} of them lost. ${made}`), h('p', {}, row.reason || ''));
}

function caution(row) {
  return h('div', { cls: 'item' }, h('div', { cls: 'head' }, tag('warning', 'warn'), h('b', {}, `${row.pair} ${row.side}`), h('span', { cls: 'quiet num' }, time(row.time))), h('p', {}, (row.regions || []).map((region) => region.reason).join('; ') || 'taken back'));
}

function recalls() {
  const rows = [...state.recalls.map((row) => ({ row, draw: recall })), ...state.cautions.map((row) => ({ row, draw: caution }))].sort((a, b) => b.row.time - a.row.time);
  const asked = state.status?.memory?.queries ?? state.result?.memory?.queries;
  say(byId('recall-count'), state.recalls.length ? plural(state.recalls.length, 'answer') : '');
  fill(byId('recalls'), rows.length === 0 ? empty('Memory has changed nothing yet', asked ? `It was asked ${plural(asked, 'time')} and always said: keep.` : 'It is asked whenever a licence is given or renewed, and told of here when it lowers or refuses one.') : rows.slice(0, 80).map((each) => each.draw(each.row)));
}

const KIND = { HALT: 'bad', EMERGENCY_SHUTDOWN: 'bad', QUARANTINE: 'warn', RESUME: 'good' };

function log() {
  say(byId('shares'), state.shares ? `${plural(state.shares, 'exchange')} of best rules` : '');
  const rows = [...state.controls].sort((a, b) => b.n - a.n);
  fill(byId('log'), rows.length === 0 ? empty('Nothing was commanded', 'Halts, quarantines and operators’ commands appear here with their reasons.') : rows.map((row) => h('div', { cls: 'item' }, h('div', { cls: 'head' }, tag(words(row.command), KIND[row.command] || ''), h('b', {}, words(row.origin)), h('span', { cls: 'quiet' }, row.agent), h('span', { cls: 'quiet num' }, shortTime(row.time))), h('p', {}, row.reason || ''))));
}

panel(byId('recall-panel'), ['recalls', 'cautions', 'status', 'result'], recalls);
panel(byId('log-panel'), ['controls', 'shares'], log);
