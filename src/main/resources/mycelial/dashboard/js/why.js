// The tree of causes of a trade, or of a moment without one.

import { byId, empty, facts, fill, h } from './dom.js';
import { time } from './format.js';

const dialog = byId('why');

function node(tree, depth) {
  const inside = [tree.detail && h('p', {}, tree.detail), Array.isArray(tree.facts) && tree.facts.length > 0 && facts(tree.facts.map(([name, value]) => [String(name), String(value)]))];
  const children = (tree.children || []).map((child) => node(child, depth + 1));
  if (children.length === 0) return h('div', { cls: 'leaf' }, h('b', {}, tree.title), inside);
  return h('details', { open: depth < 3 }, h('summary', {}, h('b', {}, tree.title)), inside, children);
}

async function show(title, query) {
  byId('h-why').textContent = title;
  const body = byId('why-body');
  fill(body, empty('Looking', 'through what is stored'));
  if (!dialog.open) dialog.showModal();
  try {
    const response = await fetch(`/api/explain?${query}`);
    const answer = await response.json();
    fill(body, response.ok ? h('div', { cls: 'tree' }, node(answer, 0)) : empty('There is no explanation', answer.error));
  } catch (gone) {
    fill(body, empty('No answer', 'The dashboard does not answer; is it still running?'));
  }
}

export const why = (trade) => show(`Why: ${trade}`, new URLSearchParams({ trade }));
export const whyNot = (pair, at) => show(`Why: ${pair} at ${time(at)}`, new URLSearchParams({ pair, time: String(at) }));
