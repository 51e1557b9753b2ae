CREATE TABLE workload (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;

-- What can be undone (side 0) and redone (side 1); the step with the highest place is the next one.
CREATE TABLE step (
  workload TEXT NOT NULL REFERENCES workload (id) ON DELETE CASCADE,
  side INTEGER NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (workload, side, place)
) STRICT;
