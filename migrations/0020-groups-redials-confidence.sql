-- People by competence group, repeat callers, and how sure a requirement is to be.

-- How many people of each combination of competences one interval of a requirement needs. Computed
-- from the requirement, by its seed: nothing of it is changed by hand.
create table group_requirement (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  requirement_id uuid not null,
  starts_at      timestamptz not null,
  seed           integer not null,
  outcome        jsonb not null,
  made_by        text not null,
  made_at        timestamptz not null default clock_timestamp(),
  constraint group_requirement_pkey primary key (center_id, id),
  constraint group_requirement_requirement_fkey foreign key (center_id, requirement_id) references requirement (center_id, id) on delete cascade
);
create index group_requirement_interval on group_requirement (center_id, requirement_id, starts_at, made_at desc);
call fence_table('group_requirement', false);

-- redial_share: of those who gave up, who try again, after redial_seconds on average. Null: unknown,
-- and nobody is taken to. staffing_confidence: how sure a queue's agents are to keep its promises;
-- null: they are those of the expected volume.
alter table queue
  add column redial_share double precision,
  add column redial_seconds double precision,
  add column staffing_confidence double precision,
  add constraint queue_redial_share_is_ratio check (redial_share >= 0 and redial_share < 1),
  add constraint queue_redial_seconds_positive check (redial_seconds > 0),
  add constraint queue_staffing_confidence_known check (staffing_confidence in (0.5, 0.75, 0.9));

-- first_tries: by queue code, where the requirement is of first tries, what share they are of the offered.
-- confidence: asked for instead of that of the queues.
alter table requirement add column first_tries jsonb, add column confidence double precision;
