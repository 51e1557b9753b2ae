ALTER TABLE workload ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workload ADD COLUMN example INTEGER NOT NULL DEFAULT 0;

-- Counts up with every change in the store: times are too coarse, and clocks go back.
ALTER TABLE workload ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
UPDATE workload SET turn = (
  SELECT count(*) FROM workload AS other
  WHERE (other.changed, other.id) <= (workload.changed, workload.id)
);

-- The last save: what it built on, how many moves it had, and a sum over them. By these a save that
-- is sent once more is known again.
ALTER TABLE workload ADD COLUMN save_base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workload ADD COLUMN save_moves INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workload ADD COLUMN save_sum INTEGER NOT NULL DEFAULT 0;

-- Sums over all the other columns.
ALTER TABLE workload ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE step ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;

CREATE TABLE version (
  workload TEXT NOT NULL REFERENCES workload (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  taken TEXT NOT NULL,
  text TEXT NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (workload, number)
) STRICT;
