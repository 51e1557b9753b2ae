-- A store of version 1 of the schema. Never edited: people have such files.
PRAGMA application_id = 1347177794;
PRAGMA user_version = 1;
CREATE TABLE workload (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;
CREATE TABLE step (
  workload TEXT NOT NULL REFERENCES workload (id) ON DELETE CASCADE,
  side INTEGER NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (workload, side, place)
) STRICT;
INSERT INTO workload VALUES
  ('aaaaaaaaaaaaaaa1', 3, 'name: Third' || char(10), '2026-03-01T10:00:00Z'),
  ('aaaaaaaaaaaaaaa2', 1, 'name: Untouched' || char(10), '2026-01-01T10:00:00Z'),
  ('aaaaaaaaaaaaaaa3', 1, 'name: Été' || char(10), '2026-05-01T10:00:00Z');
INSERT INTO step VALUES
  ('aaaaaaaaaaaaaaa1', 0, 5, 'Name it: First', 'name: Zeroth' || char(10)),
  ('aaaaaaaaaaaaaaa1', 0, 6, 'Name it: Second', 'name: First' || char(10)),
  ('aaaaaaaaaaaaaaa1', 1, 0, 'Name it: Fourth', 'name: Fourth' || char(10));
