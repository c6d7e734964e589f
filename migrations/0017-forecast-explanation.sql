-- Why a forecast says what it says, kept with the version: it can be asked for years later.

-- What was learned of a queue. members: the share of each in an ordinary day's level.
create table forecast_queue (
  center_id        uuid not null,
  forecast_id      uuid not null,
  queue_id         uuid not null,
  members          jsonb not null,
  shift_date       date,
  shift_factor     double precision,
  history_from     timestamptz not null,
  history_to       timestamptz not null,
  history_contacts double precision not null,
  constraint forecast_queue_pkey primary key (center_id, forecast_id, queue_id),
  constraint forecast_queue_forecast_fkey foreign key (center_id, forecast_id) references forecast (center_id, id) on delete cascade,
  constraint forecast_queue_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint forecast_queue_shift_whole check ((shift_date is null) = (shift_factor is null)),
  constraint forecast_queue_history_ordered check (history_from < history_to)
);
call fence_table('forecast_queue', false);

-- A day as a whole: its band is narrower than its intervals' bands together.
-- parts: logarithms of factors: trend, level, weekday, season, day of month, special, beside special;
-- null on closed days. quantiles: as of forecast_point.
create table forecast_day (
  center_id    uuid not null,
  forecast_id  uuid not null,
  queue_id     uuid not null,
  day          date not null,
  volume       double precision not null,
  quantiles    double precision[] not null,
  parts        double precision[],
  special_kind text,
  special_name text,
  constraint forecast_day_pkey primary key (center_id, forecast_id, queue_id, day),
  constraint forecast_day_queue_fkey foreign key (center_id, forecast_id, queue_id)
    references forecast_queue (center_id, forecast_id, queue_id) on delete cascade,
  constraint forecast_day_volume_not_negative check (volume >= 0),
  constraint forecast_day_nine_quantiles check (cardinality(quantiles) = 9),
  constraint forecast_day_seven_parts check (cardinality(parts) = 7),
  constraint forecast_day_special_known check (special_kind in ('rest', 'working', 'event')),
  constraint forecast_day_special_whole check ((special_kind is null) = (special_name is null))
);
call fence_table('forecast_day', false);
