-- What a session started from; the text is JSON or plain, as the name demands.
CREATE TABLE facts (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
);

-- Everything that came from outside, at the tick (1/64 s since the session began) at which the agents see it, and between
-- it what the colony was then. Each link is the SHA-256 of the link before it, seq, tick, kind and body.
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY NOT NULL,
  tick INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  link TEXT NOT NULL
);
