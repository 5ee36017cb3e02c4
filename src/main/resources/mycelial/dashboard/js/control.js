// The kill switch: choose, confirm, and see what the session itself has acknowledged.

import { byId, say } from './dom.js';
import { changed, state } from './store.js';

const dialog = byId('control');
const form = byId('control-form');
const confirm = byId('confirm');
const result = byId('control-result');
const DOES = { HALT: 'open no new position', RESUME: 'open positions again', EMERGENCY_SHUTDOWN: 'sell everything that the account holds, and end' };

const chosen = () => new FormData(form).get('command');

function step(confirming) {
  form.hidden = confirming;
  confirm.hidden = !confirming;
  (confirming ? byId('confirm-no') : byId('send')).focus();
}

function tell(text, kind) {
  result.className = kind;
  say(result, text);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  tell('', '');
  say(byId('confirm-text'), `Session ${state.session?.id || ''} will ${DOES[chosen()]}. Send ${chosen().replace('_', ' ')}?`);
  byId('confirm-yes').textContent = `Yes, ${chosen().replace('_', ' ').toLowerCase()}`;
  step(true);
});

byId('confirm-no').addEventListener('click', () => step(false));

byId('confirm-yes').addEventListener('click', async () => {
  const command = chosen();
  step(false);
  tell('Sent; waiting for the session…', 'quiet');
  byId('send').disabled = true;
  try {
    const response = await fetch('/api/command', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Mycelial-Token': byId('token').value.trim() },
      body: JSON.stringify({ command, confirm: command, reason: byId('reason').value }),
    });
    const answer = await response.json();
    if (!response.ok) tell(`Refused: ${answer.error}.`, 'down');
    else if (answer.acknowledged) tell(`${answer.session} has acknowledged ${answer.command}.`, 'up');
    else tell(`${answer.session} has not acknowledged ${answer.command} within 10 seconds; it may be busy: look at its output.`, 'down');
  } catch (gone) {
    tell('The dashboard does not answer; the command may not have been sent. Use: mycelial halt', 'down');
  } finally {
    byId('send').disabled = false;
    changed(['controls']);
  }
});

export function openControl() {
  step(false);
  if (!dialog.open) dialog.showModal();
}

byId('open-control').addEventListener('click', openControl);
