-- What a centre is made of: sites, queues, competences, contracts, operators, calendar, rules.

create table site (
  center_id  uuid not null,
  id         uuid not null default gen_random_uuid(),
  code       text not null,
  name       jsonb not null,
  workplaces integer not null,
  constraint site_pkey primary key (center_id, id),
  constraint site_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint site_code_unique unique (center_id, code),
  constraint site_name_in_three_languages check (is_text_in_three_languages(name)),
  constraint site_workplaces_not_negative check (workplaces >= 0)
);
call fence_table('site', true);

create table competence (
  center_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  code      text not null,
  kind      text not null,
  paragraph text,
  name      jsonb not null,
  constraint competence_pkey primary key (center_id, id),
  constraint competence_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint competence_code_unique unique (center_id, code),
  constraint competence_kind_known check (kind in ('general', 'technical', 'language', 'channel', 'topic', 'system')),
  constraint competence_name_in_three_languages check (is_text_in_three_languages(name))
);
call fence_table('competence', true);

-- opening_hours: seven lists, Monday first, of [from, to) in minutes from the local midnight.
create table queue (
  center_id           uuid not null,
  id                  uuid not null default gen_random_uuid(),
  code                text not null,
  name                jsonb not null,
  channel             text not null,
  language            text,
  opening_hours       jsonb not null,
  asa_target_seconds  integer,
  service_level_share double precision,
  service_level_seconds integer,
  abandon_share_target double precision,
  max_occupancy       double precision,
  patience_seconds    double precision,
  concurrency         integer not null default 1,
  deadline_seconds    integer,
  shrinkage_planned   double precision not null,
  shrinkage_unplanned double precision not null,
  position            integer not null default 0,
  constraint queue_pkey primary key (center_id, id),
  constraint queue_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint queue_code_unique unique (center_id, code),
  constraint queue_name_in_three_languages check (is_text_in_three_languages(name)),
  constraint queue_channel_known check (
    channel in ('voice', 'chat', 'email', 'social', 'video', 'callback', 'outbound')),
  constraint queue_language_known check (language in ('kk', 'ru', 'en')),
  constraint queue_opening_hours_seven_days check (
    jsonb_typeof(opening_hours) = 'array' and jsonb_array_length(opening_hours) = 7),
  constraint queue_asa_target_positive check (asa_target_seconds > 0),
  constraint queue_service_level_whole check (
    (service_level_share is null) = (service_level_seconds is null)
    and (service_level_share is null or (service_level_share > 0 and service_level_share < 1))
    and (service_level_seconds is null or service_level_seconds >= 0)),
  constraint queue_abandon_share_is_ratio check (abandon_share_target > 0 and abandon_share_target < 1),
  constraint queue_max_occupancy_is_ratio check (max_occupancy > 0 and max_occupancy <= 1),
  constraint queue_patience_positive check (patience_seconds > 0),
  constraint queue_concurrency_in_range check (concurrency between 1 and 6),
  constraint queue_deadline_positive check (deadline_seconds > 0),
  constraint queue_shrinkage_is_ratio check (
    shrinkage_planned >= 0 and shrinkage_planned < 1 and shrinkage_unplanned >= 0 and shrinkage_unplanned < 1)
);
call fence_table('queue', true);

create table queue_competence (
  center_id     uuid not null,
  queue_id      uuid not null,
  competence_id uuid not null,
  min_level     integer not null,
  constraint queue_competence_pkey primary key (center_id, queue_id, competence_id),
  constraint queue_competence_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint queue_competence_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id) on delete cascade,
  constraint queue_competence_level_in_range check (min_level between 0 and 5)
);
call fence_table('queue_competence', true);

-- breaks: [{kind: 'meal' | 'rest', lengthMinutes, paid, fromMinutes, toMinutes}], offsets from the start.
create table shift_shape (
  center_id          uuid not null,
  id                 uuid not null default gen_random_uuid(),
  code               text not null,
  span_minutes       integer not null,
  paid_minutes       integer not null,
  start_from_minutes integer not null,
  start_to_minutes   integer not null,
  start_step_minutes integer not null,
  breaks             jsonb not null,
  constraint shift_shape_pkey primary key (center_id, id),
  constraint shift_shape_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint shift_shape_code_unique unique (center_id, code),
  constraint shift_shape_span_within_a_day check (span_minutes > 0 and span_minutes <= 1440),
  constraint shift_shape_paid_within_span check (paid_minutes > 0 and paid_minutes <= span_minutes),
  constraint shift_shape_starts_ordered check (
    0 <= start_from_minutes and start_from_minutes <= start_to_minutes and start_to_minutes < 1440),
  constraint shift_shape_step_positive check (start_step_minutes > 0)
);
call fence_table('shift_shape', true);

create table contract (
  center_id             uuid not null,
  id                    uuid not null default gen_random_uuid(),
  code                  text not null,
  name                  jsonb not null,
  regime                text not null,
  day_max_paid_minutes  integer not null,
  week_max_paid_minutes integer not null,
  week_target_paid_minutes integer not null,
  min_rest_minutes      integer not null,
  weekly_rest_minutes   integer not null,
  max_consecutive_days  integer not null,
  max_consecutive_nights integer not null,
  cost_per_hour         double precision not null,
  overtime_multiplier   double precision not null,
  constraint contract_pkey primary key (center_id, id),
  constraint contract_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint contract_code_unique unique (center_id, code),
  constraint contract_name_in_three_languages check (is_text_in_three_languages(name)),
  constraint contract_regime_known check (
    regime in ('five_day', 'six_day', 'part_time', 'shift', 'summarised', 'sliding', 'flexible')),
  constraint contract_hours_ordered check (
    0 < week_target_paid_minutes and week_target_paid_minutes <= week_max_paid_minutes
    and 0 < day_max_paid_minutes and day_max_paid_minutes <= 1440),
  constraint contract_rest_not_negative check (min_rest_minutes >= 0 and weekly_rest_minutes >= 0)
);
call fence_table('contract', true);

create table contract_shape (
  center_id   uuid not null,
  contract_id uuid not null,
  shape_id    uuid not null,
  constraint contract_shape_pkey primary key (center_id, contract_id, shape_id),
  constraint contract_shape_contract_fkey foreign key (center_id, contract_id) references contract (center_id, id) on delete cascade,
  constraint contract_shape_shape_fkey foreign key (center_id, shape_id) references shift_shape (center_id, id) on delete cascade
);
call fence_table('contract_shape', true);

create table operator (
  center_id        uuid not null,
  id               uuid not null default gen_random_uuid(),
  personnel_number text not null,
  full_name        text not null,
  site_id          uuid not null,
  contract_id      uuid not null,
  night_ban        boolean not null default false,
  hired_on         date not null,
  left_on          date,
  constraint operator_pkey primary key (center_id, id),
  constraint operator_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint operator_personnel_number_unique unique (center_id, personnel_number),
  constraint operator_site_fkey foreign key (center_id, site_id) references site (center_id, id),
  constraint operator_contract_fkey foreign key (center_id, contract_id) references contract (center_id, id),
  constraint operator_dates_ordered check (left_on is null or hired_on <= left_on)
);
call fence_table('operator', true);

create table operator_competence (
  center_id     uuid not null,
  operator_id   uuid not null,
  competence_id uuid not null,
  level         integer not null,
  assessed_on   date not null,
  valid_until   date,
  constraint operator_competence_pkey primary key (center_id, operator_id, competence_id),
  constraint operator_competence_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint operator_competence_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id) on delete cascade,
  constraint operator_competence_level_in_range check (level between 0 and 5),
  constraint operator_competence_dates_ordered check (valid_until is null or assessed_on <= valid_until)
);
call fence_table('operator_competence', true);

-- Half-open in days: `to_date` is the last day away, as people speak of leave.
create table absence (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  kind        text not null,
  from_date   date not null,
  to_date     date not null,
  constraint absence_pkey primary key (center_id, id),
  constraint absence_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint absence_dates_ordered check (from_date <= to_date)
);
create index absence_dates on absence (center_id, from_date, to_date);
call fence_table('absence', true);

-- Weekly hours in which somebody cannot work (a student's lectures). Minutes from local midnight.
create table unavailability (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  operator_id  uuid not null,
  weekday      integer not null,
  from_minutes integer not null,
  to_minutes   integer not null,
  constraint unavailability_pkey primary key (center_id, id),
  constraint unavailability_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint unavailability_weekday_in_range check (weekday between 0 and 6),
  constraint unavailability_minutes_ordered check (0 <= from_minutes and from_minutes < to_minutes and to_minutes <= 1440)
);
call fence_table('unavailability', true);

-- kind 'day_off': wishes that weekday free. kind 'start': wishes to start in [from, to].
create table preference (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  operator_id  uuid not null,
  kind         text not null,
  weekday      integer,
  from_minutes integer,
  to_minutes   integer,
  weight       double precision not null,
  constraint preference_pkey primary key (center_id, id),
  constraint preference_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint preference_kind_known check (kind in ('day_off', 'start')),
  constraint preference_day_off_has_weekday check (kind <> 'day_off' or weekday between 0 and 6),
  constraint preference_start_has_window check (
    kind <> 'start' or (0 <= from_minutes and from_minutes <= to_minutes and to_minutes <= 1440)),
  constraint preference_weight_not_negative check (weight >= 0)
);
call fence_table('preference', true);

create table holiday (
  center_id     uuid not null,
  date          date not null,
  kind          text not null,
  key           text,
  name          jsonb,
  five_day_week text not null,
  six_day_week  text not null,
  source        text not null,
  constraint holiday_pkey primary key (center_id, date, kind),
  constraint holiday_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint holiday_kind_known check (
    kind in ('holiday', 'substitute', 'day_off_84_5', 'moved_in', 'moved_out')),
  constraint holiday_effect_known check (
    five_day_week in ('off', 'working') and six_day_week in ('off', 'working'))
);
call fence_table('holiday', true);

-- Campaigns that bring contacts, outages whose figures teach nothing.
create table special_event (
  center_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  kind      text not null,
  name      jsonb not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  queue_id  uuid,
  constraint special_event_pkey primary key (center_id, id),
  constraint special_event_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint special_event_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint special_event_kind_known check (kind in ('campaign', 'outage', 'other')),
  constraint special_event_span_ordered check (starts_at < ends_at)
);
call fence_table('special_event', true);

-- Rules of law and of the house, as data: the article, and the figures that the checks use.
create table labour_rule (
  center_id  uuid not null,
  code       text not null,
  value      text not null,
  article    text not null,
  is_house_rule boolean not null,
  hard       boolean not null,
  parameters jsonb not null,
  exceptions text not null,
  valid_from date,
  valid_to   date,
  constraint labour_rule_pkey primary key (center_id, code),
  constraint labour_rule_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint labour_rule_article_unless_house check (is_house_rule or article <> ''),
  constraint labour_rule_dates_ordered check (valid_from is null or valid_to is null or valid_from < valid_to)
);
call fence_table('labour_rule', true);
