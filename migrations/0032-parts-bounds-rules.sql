-- A planned week in a planner's hands: proposals for a part of it, how near to the best it is proven to be,
-- and the rules that planners add to those of law and contract.

-- revision: of the schedule, when the proposal was made; after another change it fits no more.
-- part: what was allowed to change. proposal: the changes with their effect, as the page draws them.
create table reoptimisation (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  schedule_id    uuid not null,
  revision       integer not null,
  part           jsonb not null,
  seed           integer not null,
  engine_version text not null,
  data_hash      text not null,
  cost_before    double precision not null,
  cost_after     double precision not null,
  proposal       jsonb not null,
  made_by        text not null,
  made_at        timestamptz not null default clock_timestamp(),
  constraint reoptimisation_pkey primary key (center_id, id),
  constraint reoptimisation_schedule_fkey foreign key (center_id, schedule_id) references schedule (center_id, id) on delete cascade
);
create index reoptimisation_made on reoptimisation (center_id, schedule_id, made_at desc);
-- A proposal changes nothing before it is kept, and then the schedule's own record tells of it.
call fence_table('reoptimisation', false);

-- bound: what no schedule of these people can cost less than, in coverage and pay; core: what the schedule
-- costs in the same. revision: of the schedule, when it was proven.
create table schedule_bound (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  schedule_id    uuid not null,
  revision       integer not null,
  bound          double precision not null,
  core           double precision not null,
  engine_version text not null,
  data_hash      text not null,
  made_by        text not null,
  made_at        timestamptz not null default clock_timestamp(),
  constraint schedule_bound_pkey primary key (center_id, id),
  constraint schedule_bound_schedule_fkey foreign key (center_id, schedule_id) references schedule (center_id, id) on delete cascade
);
create index schedule_bound_made on schedule_bound (center_id, schedule_id, made_at desc);
call fence_table('schedule_bound', false);

-- Every change is a new version. In a period the highest version counts that is valid from the period's
-- first day or before; if that one is switched off or has ended by then, the rule does not count.
-- weight: the price of one unit of a breach, in hours of pay; null for a rule that must be kept.
create table planner_rule (
  center_id  uuid not null,
  rule_id    uuid not null default gen_random_uuid(),
  version    integer not null,
  name       text not null,
  definition jsonb not null,
  weight     double precision,
  is_on      boolean not null default true,
  valid_from date not null,
  valid_to   date,
  made_by    text not null,
  made_at    timestamptz not null default clock_timestamp(),
  constraint planner_rule_pkey primary key (center_id, rule_id, version),
  constraint planner_rule_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint planner_rule_name_given check (name <> ''),
  constraint planner_rule_weight_positive check (weight > 0),
  constraint planner_rule_dates_ordered check (valid_to is null or valid_from <= valid_to)
);
call fence_table('planner_rule', true);
