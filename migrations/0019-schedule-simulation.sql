-- What callers will meet, if a schedule is worked as it stands: the outcome of many simulated weeks.

-- revision: of the schedule, when it was simulated. settings: the queues' own, by code, with what else
-- the answer depends on. intervals: by line, as the page draws them; read alone, for it is long.
create table schedule_simulation (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  schedule_id    uuid not null,
  revision       integer not null,
  forecast_id    uuid not null,
  override_ids   uuid[] not null,
  runs           integer not null,
  seed           integer not null,
  engine_version text not null,
  data_hash      text not null,
  settings       jsonb not null,
  outcome        jsonb not null,
  intervals      jsonb not null,
  made_by        text not null,
  made_at        timestamptz not null default clock_timestamp(),
  constraint schedule_simulation_pkey primary key (center_id, id),
  constraint schedule_simulation_schedule_fkey foreign key (center_id, schedule_id) references schedule (center_id, id) on delete cascade,
  constraint schedule_simulation_forecast_fkey foreign key (center_id, forecast_id) references forecast (center_id, id),
  constraint schedule_simulation_runs_positive check (runs > 0)
);
create index schedule_simulation_made on schedule_simulation (center_id, schedule_id, made_at desc);
-- A calculation is repeated by its seed and hash, and changes nothing: it needs no audit.
call fence_table('schedule_simulation', false);
