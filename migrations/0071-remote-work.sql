-- Who works from afar, wholly or on some days of the week (Labour Code, art. 138): by an agreement of both sides, or in
-- an emergency by an act of the employer, which names its term. home_weekdays: Monday is 0; all seven where nothing is
-- worked at the office. One that is over is closed, not removed.
create table remote_work (
  center_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  operator_id   uuid not null,
  basis         text not null,
  home_weekdays smallint[] not null,
  from_date     date not null,
  to_date       date,
  constraint remote_work_pkey primary key (center_id, id),
  constraint remote_work_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint remote_work_basis_known check (basis in ('agreement', 'employer_act')),
  constraint remote_work_act_has_term check (basis <> 'employer_act' or to_date is not null),
  constraint remote_work_weekdays_known check (
    cardinality(home_weekdays) between 1 and 7 and home_weekdays <@ array[0, 1, 2, 3, 4, 5, 6]::smallint[]),
  constraint remote_work_dates_ordered check (to_date is null or from_date <= to_date)
);
call fence_table('remote_work', true);
create index remote_work_operator on remote_work (center_id, operator_id);

-- Where a shift is worked, as a planner or supervisor has set it; null: by the record of its person and day.
alter table shift add column work_place text;
alter table shift add constraint shift_work_place_known check (work_place in ('office', 'home'));
