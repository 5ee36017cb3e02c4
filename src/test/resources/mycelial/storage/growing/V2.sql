ALTER TABLE notes ADD COLUMN author TEXT DEFAULT 'nobody';
CREATE INDEX notes_by_author ON notes(author);
