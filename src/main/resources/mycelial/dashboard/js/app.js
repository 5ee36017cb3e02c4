// The page: its parts look after themselves; here they are put together.

import './state.js';
import './curves.js';
import './candles.js';
import './timeline.js';
import './swarm.js';
import './moats.js';
import './board.js';
import './trades.js';
import './recalls.js';
import './control.js';
import './keys.js';
import { connect } from './store.js';

connect();
