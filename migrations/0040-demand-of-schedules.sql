-- The agents that a schedule was made for, where they follow from what waiting is worth over the week and not
-- from the requirement interval by interval. price: of an agent-hour of shortage, in hours of pay; agents: one
-- figure for each interval of the schedule. A schedule without rows is held against its requirement.
create table schedule_demand (
  center_id   uuid not null,
  schedule_id uuid not null,
  queue_id    uuid not null,
  price       double precision not null,
  agents      double precision[] not null,
  constraint schedule_demand_pkey primary key (center_id, schedule_id, queue_id, price),
  constraint schedule_demand_schedule_fkey foreign key (center_id, schedule_id) references schedule (center_id, id) on delete cascade,
  constraint schedule_demand_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint schedule_demand_price_positive check (price > 0)
);
-- It is made with its schedule and never changed: the schedule's own record tells of it.
call fence_table('schedule_demand', false);
