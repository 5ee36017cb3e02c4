// Keyboard, theme, dialogs and the mark of the section in sight.

import { byId } from './dom.js';
import { step } from './candles.js';
import { openControl } from './control.js';

const root = document.documentElement;
const links = [...document.querySelectorAll('.tabs a')];
const target = (link) => document.querySelector(link.getAttribute('href'));

function theme(name) {
  root.dataset.theme = name;
  byId('theme').textContent = name === 'dark' ? 'Light' : 'Dark';
  byId('theme').setAttribute('aria-label', `Change to ${name === 'dark' ? 'light' : 'dark'} colours`);
  document.dispatchEvent(new Event('themechange'));
}

function toggle() {
  const name = root.dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', name);
  theme(name);
}

const bright = matchMedia('(prefers-color-scheme: light)');
theme(localStorage.getItem('theme') || (bright.matches ? 'light' : 'dark'));
bright.addEventListener('change', () => localStorage.getItem('theme') || theme(bright.matches ? 'light' : 'dark'));
byId('theme').addEventListener('click', toggle);

const help = byId('help');
byId('open-help').addEventListener('click', () => help.showModal());
for (const button of document.querySelectorAll('[data-close]')) button.addEventListener('click', () => button.closest('dialog').close());
for (const dialog of document.querySelectorAll('dialog')) dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });

function jump(link) {
  const section = target(link);
  section.scrollIntoView();
  section.setAttribute('tabindex', '-1');
  section.focus({ preventScroll: true });
}

const keys = {
  t: toggle,
  k: openControl,
  p: () => byId('pair').focus(),
  f: () => { byId('trades-panel').scrollIntoView(); byId('trade-filters').querySelector('select')?.focus(); },
  '[': () => step(-1),
  ']': () => step(1),
  '?': () => help.showModal(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.matches('input, select, textarea')) return;
  const action = keys[event.key] || (links[Number(event.key) - 1] && (() => jump(links[Number(event.key) - 1])));
  if (!action) return;
  event.preventDefault();
  action();
});

const inSight = new Set();
const sight = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) inSight.add(entry.target);
    else inSight.delete(entry.target);
  }
  const first = links.find((link) => inSight.has(target(link)));
  for (const each of links) each.toggleAttribute('aria-current', each === first);
}, { rootMargin: '-130px 0px -60% 0px' });
links.forEach((link) => sight.observe(target(link)));
