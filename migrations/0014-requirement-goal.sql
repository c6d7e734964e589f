-- Whether a requirement keeps its promises in every interval or over each week, and what that saves.
alter table requirement
  add column goal text not null default 'interval',
  add column agent_hours double precision,
  add column every_interval_agent_hours double precision,
  add constraint requirement_goal_known check (goal in ('interval', 'period'));
