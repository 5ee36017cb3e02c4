-- How a session stands, written anew about once a second while it runs and at its end. The time is
-- the wall clock's, in seconds since the epoch; seq grows with every writing; the body is JSON.
CREATE TABLE status (
  session TEXT PRIMARY KEY NOT NULL REFERENCES sessions(id),
  time REAL NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL
);
