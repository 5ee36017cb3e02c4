-- What agents said off the trading path, as far as it is stored nowhere else; the body is JSON.
CREATE TABLE messages (
  session TEXT NOT NULL REFERENCES sessions(id),
  epoch_time REAL NOT NULL,
  source INTEGER NOT NULL,
  agent TEXT NOT NULL,
  seq INTEGER NOT NULL,
  channel TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (session, source, seq)
);

-- How many closed trades a session has, and the SHA-256 chain over them in the order of trades.id.
CREATE TABLE anchors (
  session TEXT PRIMARY KEY NOT NULL REFERENCES sessions(id),
  trades INTEGER NOT NULL,
  chain TEXT NOT NULL
);
