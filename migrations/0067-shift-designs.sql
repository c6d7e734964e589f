-- Which kinds of shift are worth offering in a week, found on demand. every_start: chosen among starts round the
-- clock, else among those that the centre offers. tolerance: share by which the week may cost more than with all of
-- them; most_kinds: as many were looked for at most.
create table shift_design (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  requirement_id uuid not null,
  from_date      date not null,
  every_start    boolean not null,
  tolerance      double precision not null,
  most_kinds     integer not null,
  design         jsonb not null,
  engine_version text not null,
  data_hash      text not null,
  made_by        text not null,
  made_at        timestamptz not null default clock_timestamp(),
  constraint shift_design_pkey primary key (center_id, id),
  constraint shift_design_requirement_fkey foreign key (center_id, requirement_id) references requirement (center_id, id) on delete cascade,
  constraint shift_design_tolerance_share check (tolerance between 0 and 1),
  constraint shift_design_most_kinds_positive check (most_kinds > 0)
);
create index shift_design_made on shift_design (center_id, from_date, made_at desc);
call fence_table('shift_design', false);
