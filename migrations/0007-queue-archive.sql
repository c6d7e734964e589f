-- A queue that takes contacts no more keeps its history, and is neither forecast nor staffed.
alter table queue add column archived_at timestamptz;
