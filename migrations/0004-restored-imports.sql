-- A withdrawn layer can be put back. When it was is kept, since what was made meanwhile is then stale.
alter table history_import add column restored_at timestamptz;
