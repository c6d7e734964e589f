-- Contacts as they happen, from the feeds that tell of people, and the days that were made history.

-- One row a stay of a contact in a queue, of nobody in particular: a later word of it only ever adds to
-- what is known (waiting, then left or talking, then abandoned or handled), so that a word that comes
-- late or twice changes nothing. queue is the feed's own name; which of ours it is, is found when asked.
create table feed_contact (
  center_id      uuid not null,
  feed_id        uuid not null,
  key            text not null,
  queue          text not null,
  arrived_at     timestamptz not null,
  stage          text not null,
  wait_seconds   double precision,
  handle_seconds double precision,
  changed_at     timestamptz not null default clock_timestamp(),
  constraint feed_contact_pkey primary key (center_id, feed_id, key),
  constraint feed_contact_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade,
  constraint feed_contact_stage_known check (stage in ('waiting', 'left', 'talking', 'abandoned', 'handled')),
  constraint feed_contact_times_not_negative check (wait_seconds >= 0 and handle_seconds >= 0)
);
create index feed_contact_arrived on feed_contact (center_id, arrived_at);
call fence_table('feed_contact', false);
revoke delete on feed_contact from kezek_app;

alter table feed_health
  add column contacts bigint not null default 0,
  add column unknown_queues bigint not null default 0;

-- Which layer of history a day's contacts became, and everything that had come by then.
create table contact_day (
  center_id  uuid not null,
  date       date not null,
  built_at   timestamptz not null,
  import_id  uuid,
  constraint contact_day_pkey primary key (center_id, date),
  constraint contact_day_import_fkey foreign key (center_id, import_id) references history_import (center_id, id) on delete cascade
);
call fence_table('contact_day', false);

alter table history_import drop constraint history_import_kind_known;
alter table history_import add constraint history_import_kind_known
  check (kind in ('intervals', 'queue_log', 'sample', 'feed'));
