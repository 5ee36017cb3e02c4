-- Prices of the traded period in buckets of five minutes, longer bars as they are. Start and length
-- in seconds; how many bars went in, and how many of them were quiet.
CREATE TABLE prices (
  session TEXT NOT NULL REFERENCES sessions(id),
  pair TEXT NOT NULL,
  time INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  open REAL NOT NULL,
  high REAL NOT NULL,
  low REAL NOT NULL,
  close REAL NOT NULL,
  volume REAL NOT NULL,
  bars INTEGER NOT NULL,
  quiet INTEGER NOT NULL,
  UNIQUE (session, pair, time)
);

-- What every idea, and every collision, would have brought as the only trade of an account. Money,
-- prices and quantities are exact decimals kept as text.
CREATE TABLE outcomes (
  session TEXT NOT NULL REFERENCES sessions(id),
  stream TEXT NOT NULL CHECK (stream IN ('baseline', 'mycelial', 'synthesized')),
  idea_id TEXT NOT NULL,
  pair TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('BUY', 'SELL')),
  grade TEXT NOT NULL,
  entry_time REAL NOT NULL,
  exit_time REAL NOT NULL,
  quantity TEXT NOT NULL,
  entry_price TEXT NOT NULL,
  exit_price TEXT NOT NULL,
  fee TEXT NOT NULL,
  reason TEXT NOT NULL,
  return_net_pct REAL NOT NULL,
  pnl TEXT NOT NULL,
  UNIQUE (session, stream, idea_id, entry_time)
);
