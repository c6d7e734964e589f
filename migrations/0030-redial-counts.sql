-- What a call log showed, when it was imported, of those who gave up and tried again: counts by queue,
-- and nobody's number. A layer that is withdrawn takes its counts with it.
create table redial_count (
  center_id     uuid not null,
  queue_id      uuid not null,
  layer         integer not null,
  first_at      timestamptz not null,
  last_at       timestamptz not null,
  abandoned     integer not null,
  followed      integer not null,
  pause_seconds double precision not null,
  constraint redial_count_pkey primary key (center_id, queue_id, layer),
  constraint redial_count_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint redial_count_layer_fkey foreign key (center_id, layer) references history_import (center_id, layer) on delete cascade,
  constraint redial_count_followed_of_abandoned check (0 <= followed and followed <= abandoned),
  constraint redial_count_pause_not_negative check (pause_seconds >= 0),
  constraint redial_count_span_ordered check (first_at <= last_at)
);
call fence_table('redial_count', false);
