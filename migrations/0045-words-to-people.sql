-- A supervisor's word to one person, on the day itself: 'come back from the break'. read_at: when they said
-- that they had read it.

create table day_message (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  text        text not null,
  sent_by     text not null,
  sent_at     timestamptz not null default clock_timestamp(),
  read_at     timestamptz,
  constraint day_message_pkey primary key (center_id, id),
  constraint day_message_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint day_message_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint day_message_says_something check (text <> '' and length(text) <= 300)
);
create index day_message_sent on day_message (center_id, sent_at);
create index day_message_unread on day_message (center_id, operator_id) where read_at is null;
call fence_table('day_message', true);
