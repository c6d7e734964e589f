-- What a rule relaxed by one unit was found to bring to a schedule, on demand. before: the plan as it was;
-- unrelaxed: what the same search makes of it with every rule as it is. revision: of the schedule, then.
create table schedule_rule_price (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  schedule_id    uuid not null,
  revision       integer not null,
  figures        jsonb not null,
  prices         jsonb not null,
  untried        integer not null,
  seed           integer not null,
  engine_version text not null,
  data_hash      text not null,
  made_by        text not null,
  made_at        timestamptz not null default clock_timestamp(),
  constraint schedule_rule_price_pkey primary key (center_id, id),
  constraint schedule_rule_price_schedule_fkey foreign key (center_id, schedule_id) references schedule (center_id, id) on delete cascade,
  constraint schedule_rule_price_untried_not_negative check (untried >= 0)
);
create index schedule_rule_price_made on schedule_rule_price (center_id, schedule_id, made_at desc);
call fence_table('schedule_rule_price', false);
