-- Events that a feed said of a time to come, because its clock is wrong: they hold from when they came, and what was
-- said is kept.

alter table state_event add column said_at timestamptz;
alter table feed_health add column clock_ahead bigint not null default 0;
