-- From history to shifts. Big tables are not audited row by row: their version's row is.

-- A layer of history: where two layers speak of one interval, the later one wins, and withdrawing it
-- brings back what lay beneath.
create table history_import (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  layer        integer not null,
  kind         text not null,
  template     text not null,
  file_name    text not null,
  sha256       text not null,
  rows_read    integer not null,
  rows_stored  integer not null,
  rows_refused integer not null,
  first_at     timestamptz,
  last_at      timestamptz,
  report       jsonb not null,
  imported_by  text not null,
  imported_at  timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  constraint history_import_pkey primary key (center_id, id),
  constraint history_import_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint history_import_layer_unique unique (center_id, layer),
  constraint history_import_kind_known check (kind in ('intervals', 'queue_log', 'sample')),
  constraint history_import_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);
call fence_table('history_import', true);

create table interval_history (
  center_id          uuid not null,
  queue_id           uuid not null,
  starts_at          timestamptz not null,
  layer              integer not null,
  interval_seconds   integer not null,
  offered            double precision not null,
  handled            double precision,
  abandoned          double precision,
  short_abandoned    double precision,
  handle_seconds     double precision,
  wait_seconds       double precision,
  answered_in_target double precision,
  constraint interval_history_pkey primary key (center_id, queue_id, starts_at, layer),
  constraint interval_history_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint interval_history_layer_fkey foreign key (center_id, layer) references history_import (center_id, layer) on delete cascade,
  constraint interval_history_interval_positive check (interval_seconds > 0),
  constraint interval_history_offered_not_negative check (offered >= 0)
);
create index interval_history_layer on interval_history (center_id, layer);
call fence_table('interval_history', false);

-- A version: nothing published is overwritten, and its inputs are kept so that it can be made again.
create table forecast (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  version        integer not null,
  status         text not null,
  from_date      date not null,
  to_date        date not null,
  engine_version text not null,
  data_hash      text not null,
  seed           integer not null,
  settings       jsonb not null,
  accuracy       jsonb not null,
  made_by        text not null,
  made_at        timestamptz not null default now(),
  constraint forecast_pkey primary key (center_id, id),
  constraint forecast_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint forecast_version_unique unique (center_id, version),
  constraint forecast_status_known check (status in ('draft', 'published')),
  constraint forecast_dates_ordered check (from_date < to_date)
);
call fence_table('forecast', true);

-- quantiles: of the volume, at 0.025 0.05 0.1 0.25 0.5 0.75 0.9 0.95 0.975.
create table forecast_point (
  center_id   uuid not null,
  forecast_id uuid not null,
  queue_id    uuid not null,
  starts_at   timestamptz not null,
  volume      double precision not null,
  quantiles   double precision[] not null,
  aht_seconds double precision,
  constraint forecast_point_pkey primary key (center_id, forecast_id, queue_id, starts_at),
  constraint forecast_point_forecast_fkey foreign key (center_id, forecast_id) references forecast (center_id, id) on delete cascade,
  constraint forecast_point_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint forecast_point_volume_not_negative check (volume >= 0),
  constraint forecast_point_nine_quantiles check (cardinality(quantiles) = 9)
);
call fence_table('forecast_point', false);

create table forecast_override (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  forecast_id uuid not null,
  queue_id    uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  kind        text not null,
  value       double precision not null,
  reason      text not null,
  active      boolean not null default true,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  constraint forecast_override_pkey primary key (center_id, id),
  constraint forecast_override_forecast_fkey foreign key (center_id, forecast_id) references forecast (center_id, id) on delete cascade,
  constraint forecast_override_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint forecast_override_span_ordered check (starts_at < ends_at),
  constraint forecast_override_kind_known check (kind in ('set', 'add', 'scale')),
  constraint forecast_override_value_fits check (kind = 'add' or value >= 0),
  constraint forecast_override_reason_given check (length(trim(reason)) > 0)
);
call fence_table('forecast_override', true);

create table requirement (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  version     integer not null,
  forecast_id uuid not null,
  engine_version text not null,
  data_hash   text not null,
  settings    jsonb not null,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  constraint requirement_pkey primary key (center_id, id),
  constraint requirement_version_unique unique (center_id, version),
  constraint requirement_forecast_fkey foreign key (center_id, forecast_id) references forecast (center_id, id)
);
call fence_table('requirement', true);

create table requirement_point (
  center_id      uuid not null,
  requirement_id uuid not null,
  queue_id       uuid not null,
  starts_at      timestamptz not null,
  contacts       double precision not null,
  aht_seconds    double precision,
  agents         integer not null,
  rostered       integer not null,
  binding        text not null,
  band           text,
  asa_seconds    double precision,
  service_level  double precision,
  abandon_share  double precision,
  occupancy      double precision,
  constraint requirement_point_pkey primary key (center_id, requirement_id, queue_id, starts_at),
  constraint requirement_point_requirement_fkey foreign key (center_id, requirement_id) references requirement (center_id, id) on delete cascade,
  constraint requirement_point_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint requirement_point_rostered_covers_agents check (0 <= agents and agents <= rostered)
);
call fence_table('requirement_point', false);

create table schedule (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  version        integer not null,
  revision       integer not null default 1,
  requirement_id uuid not null,
  from_date      date not null,
  days           integer not null,
  status         text not null,
  engine_version text not null,
  data_hash      text not null,
  seed           integer not null,
  settings       jsonb not null,
  summary        jsonb not null,
  made_by        text not null,
  made_at        timestamptz not null default now(),
  published_by   text,
  published_at   timestamptz,
  constraint schedule_pkey primary key (center_id, id),
  constraint schedule_version_unique unique (center_id, version),
  constraint schedule_requirement_fkey foreign key (center_id, requirement_id) references requirement (center_id, id),
  constraint schedule_status_known check (status in ('draft', 'published', 'superseded')),
  constraint schedule_whole_weeks check (days in (7, 14, 21, 28)),
  constraint schedule_published_whole check ((published_by is null) = (published_at is null))
);
-- One published schedule a week: publishing another supersedes the first in the same transaction.
create unique index schedule_one_published_per_start on schedule (center_id, from_date) where status = 'published';
call fence_table('schedule', true);

create table shift (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  schedule_id uuid not null,
  operator_id uuid not null,
  shape_id    uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  locked      boolean not null default false,
  origin      text not null,
  constraint shift_pkey primary key (center_id, id),
  constraint shift_schedule_fkey foreign key (center_id, schedule_id) references schedule (center_id, id) on delete cascade,
  constraint shift_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id),
  constraint shift_shape_fkey foreign key (center_id, shape_id) references shift_shape (center_id, id),
  constraint shift_span_ordered check (starts_at < ends_at),
  constraint shift_origin_known check (origin in ('engine', 'manual'))
);
create index shift_schedule on shift (center_id, schedule_id, operator_id, starts_at);
call fence_table('shift', false);
-- What the engine proposes is recorded as one new schedule; what a person changes, shift by shift.
create trigger shift_audit_manual after insert on shift for each row when (new.origin = 'manual')
  execute function record_change();
create trigger shift_audit after update or delete on shift for each row execute function record_change();

create table shift_break (
  center_id uuid not null,
  shift_id  uuid not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  kind      text not null,
  paid      boolean not null,
  constraint shift_break_pkey primary key (center_id, shift_id, starts_at),
  constraint shift_break_shift_fkey foreign key (center_id, shift_id) references shift (center_id, id) on delete cascade,
  constraint shift_break_span_ordered check (starts_at < ends_at),
  constraint shift_break_kind_known check (kind in ('meal', 'rest'))
);
call fence_table('shift_break', false);

-- What a person watches while the machine works. The queue itself is kept by pg-boss.
create table job (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  kind        text not null,
  status      text not null,
  progress    double precision not null default 0,
  stage       text,
  input       jsonb not null,
  result      jsonb,
  problem     jsonb,
  cancel_requested boolean not null default false,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  started_at  timestamptz,
  finished_at timestamptz,
  constraint job_pkey primary key (center_id, id),
  constraint job_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint job_status_known check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  constraint job_progress_is_ratio check (progress >= 0 and progress <= 1)
);
create index job_made_at on job (center_id, made_at desc);
call fence_table('job', false);
