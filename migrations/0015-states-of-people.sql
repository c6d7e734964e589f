-- Where the states of people come from, what came, and what is known now.

-- secret: SHA-256 in hexadecimal of the key that the feed sends; the key itself is kept nowhere.
-- state_names: the feed's own names of states, each with ours.
create table state_feed (
  center_id            uuid not null,
  id                   uuid not null default gen_random_uuid(),
  code                 text not null,
  kind                 text not null,
  silent_after_seconds integer not null default 90,
  state_names          jsonb not null default '{}',
  settings             jsonb not null default '{}',
  secret               text not null,
  made_by              text not null,
  made_at              timestamptz not null default now(),
  archived_at          timestamptz,
  constraint state_feed_pkey primary key (center_id, id),
  constraint state_feed_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint state_feed_code_unique unique (center_id, code),
  constraint state_feed_kind_known check (kind in ('http', 'asterisk_ami', 'queue_log', 'freeswitch', 'finesse')),
  constraint state_feed_silence_in_range check (silent_after_seconds between 5 and 86400),
  constraint state_feed_state_names_object check (jsonb_typeof(state_names) = 'object')
);
create unique index state_feed_secret on state_feed (secret);
call fence_table('state_feed', true);

-- What a feed calls a person, where that is not the personnel number.
create table feed_agent (
  center_id   uuid not null,
  feed_id     uuid not null,
  agent       text not null,
  operator_id uuid not null,
  constraint feed_agent_pkey primary key (center_id, feed_id, agent),
  constraint feed_agent_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade,
  constraint feed_agent_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade
);
call fence_table('feed_agent', true);

-- One row a feed, written with every batch; also the lock that puts a feed's batches in a row.
create table feed_health (
  center_id       uuid not null,
  feed_id         uuid not null,
  last_heard_at   timestamptz,
  last_event_at   timestamptz,
  last_sequence   bigint,
  missing_batches bigint not null default 0,
  batches         bigint not null default 0,
  accepted        bigint not null default 0,
  duplicates      bigint not null default 0,
  late            bigint not null default 0,
  out_of_order    bigint not null default 0,
  unknown_agents  bigint not null default 0,
  unknown_states  bigint not null default 0,
  constraint feed_health_pkey primary key (center_id, feed_id),
  constraint feed_health_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade
);
call fence_table('feed_health', false);

-- Nothing was heard, and nobody can say that nothing was lost: people are unknown, not out.
create table feed_silence (
  center_id uuid not null,
  feed_id   uuid not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  constraint feed_silence_pkey primary key (center_id, feed_id, starts_at),
  constraint feed_silence_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade,
  constraint feed_silence_span_ordered check (starts_at < ends_at)
);
call fence_table('feed_silence', false);

-- A batch that comes again is answered as the first time, and changes nothing.
create table state_batch (
  center_id   uuid not null,
  feed_id     uuid not null,
  key         text not null,
  sequence    bigint,
  is_snapshot boolean not null,
  received_at timestamptz not null default clock_timestamp(),
  answer      jsonb not null,
  constraint state_batch_pkey primary key (center_id, feed_id, key),
  constraint state_batch_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade
);
create index state_batch_received on state_batch (center_id, feed_id, received_at);
call fence_table('state_batch', false);

-- Everything that came, as it came: any past day is judged again from these rows. operator_id is null
-- for somebody unknown, state for a name that is not known; reported keeps the feed's own words.
create table state_event (
  center_id   uuid not null,
  id          bigint generated always as identity,
  feed_id     uuid not null,
  key         text not null,
  agent       text not null,
  operator_id uuid,
  state       text,
  reported    text not null,
  reason      text,
  at          timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint state_event_pkey primary key (center_id, id),
  constraint state_event_key_unique unique (center_id, feed_id, key),
  constraint state_event_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade,
  constraint state_event_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade
);
create index state_event_operator on state_event (center_id, operator_id, at);
create index state_event_at on state_event (center_id, at);
call fence_table('state_event', false);
-- What came is kept: a request adds, and maps somebody unknown afterwards, but takes nothing away.
revoke update, delete on state_event from kezek_app;
grant update (operator_id, state) on state_event to kezek_app;

-- The latest state of each person; since is the event's time, changed_at ours.
create table operator_state (
  center_id   uuid not null,
  operator_id uuid not null,
  feed_id     uuid not null,
  state       text,
  reported    text not null,
  reason      text,
  since       timestamptz not null,
  confirmed_at timestamptz not null,
  changed_at  timestamptz not null default clock_timestamp(),
  constraint operator_state_pkey primary key (center_id, operator_id),
  constraint operator_state_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint operator_state_feed_fkey foreign key (center_id, feed_id) references state_feed (center_id, id) on delete cascade
);
create index operator_state_changed on operator_state (center_id, changed_at);
call fence_table('operator_state', false);
