-- Hours a day that somebody works elsewhere: both jobs together may be four hours above the norm of a day (Labour Code,
-- art. 68(3)). One that is over is closed, not removed.
create table second_job (
  center_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  operator_id     uuid not null,
  minutes_per_day smallint not null,
  from_date       date not null,
  to_date         date,
  constraint second_job_pkey primary key (center_id, id),
  constraint second_job_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint second_job_minutes_of_a_day check (minutes_per_day between 15 and 720),
  constraint second_job_dates_ordered check (to_date is null or from_date <= to_date)
);
call fence_table('second_job', true);
create index second_job_operator on second_job (center_id, operator_id);
