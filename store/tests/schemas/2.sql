-- A store of version 2 of the schema. Never edited: people have such files.
PRAGMA application_id = 1347177794;
PRAGMA user_version = 2;
CREATE TABLE workload (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  changed TEXT NOT NULL
, archived INTEGER NOT NULL DEFAULT 0, example INTEGER NOT NULL DEFAULT 0, turn INTEGER NOT NULL DEFAULT 0, save_base INTEGER NOT NULL DEFAULT 0, save_moves INTEGER NOT NULL DEFAULT 0, save_sum INTEGER NOT NULL DEFAULT 0, sum INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE step (
  workload TEXT NOT NULL REFERENCES workload (id) ON DELETE CASCADE,
  side INTEGER NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL, sum INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (workload, side, place)
) STRICT;
CREATE TABLE version (
  workload TEXT NOT NULL REFERENCES workload (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  taken TEXT NOT NULL,
  text TEXT NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (workload, number)
) STRICT;
INSERT INTO workload VALUES
  ('aaaaaaaaaaaaaaa1', 3, 'name: Third' || char(10), '2026-03-01T10:00:00Z', 0, 0, 2, 0, 0, 0, 2565342272983777677),
  ('aaaaaaaaaaaaaaa2', 1, 'name: Untouched' || char(10), '2026-01-01T10:00:00Z', 0, 0, 1, 0, 0, 0, -2666985480629360835),
  ('aaaaaaaaaaaaaaa3', 1, 'name: Été' || char(10), '2026-05-01T10:00:00Z', 0, 0, 3, 0, 0, 0, -8747514184626200391);
INSERT INTO step VALUES
  ('aaaaaaaaaaaaaaa1', 0, 5, 'Name it: First', 'name: Zeroth' || char(10), -7581396177776591758),
  ('aaaaaaaaaaaaaaa1', 0, 6, 'Name it: Second', 'name: First' || char(10), -2761674322900365705),
  ('aaaaaaaaaaaaaaa1', 1, 0, 'Name it: Fourth', 'name: Fourth' || char(10), 6771980781869617443);
INSERT INTO version VALUES
  ('aaaaaaaaaaaaaaa1', 1, 'before the review', '2026-02-01T10:00:00Z', 'name: First' || char(10), -5562322148888158478);
