CREATE TABLE patterns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL,
  timestamp REAL NOT NULL,
  pattern_value REAL NOT NULL,
  raw_features TEXT NOT NULL,
  age_minutes REAL NOT NULL,
  decay_factor REAL NOT NULL,
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  moat TEXT DEFAULT 'Finance',
  product TEXT DEFAULT 'Unknown',
  signal_type TEXT DEFAULT 'market-data'
);

-- Archives each pattern once a session.
CREATE TABLE pattern_sources (
  pattern_row INTEGER UNIQUE NOT NULL REFERENCES patterns(id),
  session TEXT NOT NULL,
  pattern_id TEXT NOT NULL,
  UNIQUE (session, pattern_id)
);
