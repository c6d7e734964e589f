-- Alerts before something is missed: the rules are data, what they found is kept, and so is who was told.

-- threshold: seconds of wait, share lost, agents short, seconds of silence, or minutes out, by kind.
-- Within the quiet hours, minutes from local midnight and over it if need be, nobody is told.
create table alert_rule (
  center_id          uuid not null,
  id                 uuid not null default gen_random_uuid(),
  kind               text not null,
  threshold          double precision not null,
  ahead_minutes      integer not null default 60,
  queue_id           uuid,
  quiet_from_minutes integer,
  quiet_to_minutes   integer,
  enabled            boolean not null default true,
  made_by            text not null,
  made_at            timestamptz not null default now(),
  constraint alert_rule_pkey primary key (center_id, id),
  constraint alert_rule_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint alert_rule_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint alert_rule_kind_known check (kind in ('wait', 'lost', 'staffing', 'feed_silent', 'person_out')),
  constraint alert_rule_threshold_not_negative check (threshold >= 0),
  constraint alert_rule_ahead_in_range check (ahead_minutes between 15 and 480),
  constraint alert_rule_quiet_whole check (
    (quiet_from_minutes is null) = (quiet_to_minutes is null)
    and quiet_from_minutes between 0 and 1439 and quiet_to_minutes between 0 and 1439)
);
call fence_table('alert_rule', true);

-- subject: the queue, feed or person that it is about. One alert of a rule and subject is open at a time.
create table alert (
  center_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  rule_id         uuid not null,
  kind            text not null,
  subject         text not null,
  detail          jsonb not null,
  is_quiet        boolean not null,
  raised_at       timestamptz not null default clock_timestamp(),
  seen_at         timestamptz not null default clock_timestamp(),
  ended_at        timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz,
  note            text not null default '',
  constraint alert_pkey primary key (center_id, id),
  constraint alert_rule_fkey foreign key (center_id, rule_id) references alert_rule (center_id, id) on delete cascade,
  constraint alert_acknowledged_whole check ((acknowledged_by is null) = (acknowledged_at is null))
);
create unique index alert_one_open on alert (center_id, rule_id, subject) where ended_at is null;
create index alert_raised on alert (center_id, raised_at);
call fence_table('alert', false);
create trigger alert_acknowledged after update on alert for each row
  when (old.acknowledged_at is distinct from new.acknowledged_at) execute function record_change();

-- secret: signs what is sent; it is shown once and read by the sender alone.
create table alert_webhook (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  url         text not null,
  secret      text not null,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  archived_at timestamptz,
  constraint alert_webhook_pkey primary key (center_id, id),
  constraint alert_webhook_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint alert_webhook_url_http check (url ~ '^https?://')
);
call fence_table('alert_webhook', true);

-- What is to be sent, and how often that was tried.
create table alert_delivery (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  alert_id     uuid not null,
  webhook_id   uuid not null,
  event        text not null,
  attempts     integer not null default 0,
  next_at      timestamptz,
  delivered_at timestamptz,
  last_error   text,
  constraint alert_delivery_pkey primary key (center_id, id),
  constraint alert_delivery_alert_fkey foreign key (center_id, alert_id) references alert (center_id, id) on delete cascade,
  constraint alert_delivery_webhook_fkey foreign key (center_id, webhook_id) references alert_webhook (center_id, id) on delete cascade,
  constraint alert_delivery_event_known check (event in ('raised', 'ended'))
);
create index alert_delivery_due on alert_delivery (center_id, next_at) where next_at is not null;
call fence_table('alert_delivery', false);
