CREATE TABLE trades (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  trade_id TEXT UNIQUE NOT NULL,
  pair TEXT NOT NULL,
  strategy_type TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  pattern_id TEXT,
  entry_timestamp TEXT NOT NULL,
  exit_timestamp TEXT NOT NULL,
  hold_duration_seconds INTEGER NOT NULL,
  entry_price REAL NOT NULL,
  exit_price REAL NOT NULL,
  price_change_pct REAL NOT NULL,
  pnl_pct REAL NOT NULL,
  pnl_absolute REAL NOT NULL,
  trade_result TEXT NOT NULL,
  rsi_entry REAL,
  macd_entry REAL,
  bb_position_entry REAL,
  volume_entry REAL,
  atr_entry REAL,
  signal_source TEXT,
  prediction_score REAL,
  cross_moat_score INTEGER,
  collision_detected BOOLEAN,
  position_size REAL NOT NULL,
  fees_paid REAL NOT NULL,
  slippage_pct REAL NOT NULL,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('run', 'replay', 'train')),
  seed INTEGER NOT NULL,
  provenance TEXT NOT NULL,
  config_fingerprint TEXT NOT NULL,
  inputs TEXT NOT NULL,
  build TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  digest TEXT,
  state TEXT NOT NULL,
  result TEXT
);

-- Times are seconds since the epoch; money, prices and quantities are exact decimals kept as text.
CREATE TABLE positions (
  trade_id TEXT UNIQUE NOT NULL,
  session TEXT NOT NULL REFERENCES sessions(id),
  stream TEXT NOT NULL CHECK (stream IN ('baseline', 'mycelial', 'synthesized', 'account')),
  pair TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('BUY', 'SELL')),
  strategy_type TEXT NOT NULL,
  horizon_minutes INTEGER NOT NULL,
  agent TEXT NOT NULL,
  pattern_id TEXT,
  idea_id TEXT NOT NULL,
  grade TEXT NOT NULL,
  score REAL NOT NULL,
  collision INTEGER NOT NULL CHECK (collision IN (0, 1)),
  bar_end INTEGER NOT NULL,
  features TEXT NOT NULL,
  entry_time REAL NOT NULL,
  entry_quote_time REAL NOT NULL,
  quantity TEXT NOT NULL,
  entry_mid TEXT NOT NULL,
  entry_price TEXT NOT NULL,
  entry_fee TEXT NOT NULL,
  stop REAL NOT NULL,
  target REAL NOT NULL,
  deadline REAL NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  exit_time REAL,
  exit_quote_time REAL,
  exit_mid TEXT,
  exit_price TEXT,
  exit_fee TEXT,
  reason TEXT,
  pnl TEXT,
  CHECK (closed = (pnl IS NOT NULL)),
  CHECK (closed = (exit_time IS NOT NULL)),
  CHECK (closed = (reason IS NOT NULL))
);

CREATE INDEX positions_by_session ON positions(session, stream);

-- Without this the second session's trade would be taken for a repetition and dropped silently.
CREATE TRIGGER positions_of_another_session BEFORE INSERT ON positions
WHEN EXISTS (SELECT 1 FROM positions WHERE trade_id = NEW.trade_id AND session <> NEW.session)
BEGIN
  SELECT RAISE(ABORT, 'the trade id is already in use by another session');
END;

CREATE TABLE ideas (
  session TEXT NOT NULL REFERENCES sessions(id),
  idea_id TEXT NOT NULL,
  stream TEXT NOT NULL,
  agent TEXT NOT NULL,
  pair TEXT NOT NULL,
  side TEXT NOT NULL,
  time REAL NOT NULL,
  grade TEXT NOT NULL,
  score REAL NOT NULL,
  pattern_id TEXT,
  reason TEXT NOT NULL,
  fate TEXT NOT NULL,
  restatements INTEGER NOT NULL,
  collision TEXT NOT NULL,
  UNIQUE (session, idea_id)
);

CREATE TABLE collisions (
  session TEXT NOT NULL REFERENCES sessions(id),
  pair TEXT NOT NULL,
  side TEXT NOT NULL,
  baseline_idea TEXT NOT NULL,
  mycelial_idea TEXT NOT NULL,
  baseline_time REAL NOT NULL,
  mycelial_time REAL NOT NULL,
  gap_ms INTEGER NOT NULL,
  result TEXT NOT NULL,
  UNIQUE (session, baseline_idea, mycelial_idea)
);

CREATE TABLE equity (
  session TEXT NOT NULL REFERENCES sessions(id),
  time REAL NOT NULL,
  baseline TEXT,
  mycelial TEXT,
  synthesized TEXT,
  account TEXT,
  UNIQUE (session, time)
);
