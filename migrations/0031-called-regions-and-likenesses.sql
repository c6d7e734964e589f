-- Working hours of those whom a queue calls, doubt about handle times, likenesses of queues, and overrides
-- that hang on an event of the calendar.

-- called_region: {timezone, hours: seven lists as in opening_hours}, on the clock of the region that is
-- called (Order № 443/НҚ, п. 13.5). Null: the queue calls nobody of its own accord.
-- like_queue_id: whose shape stands in while the queue's own history is short.
alter table queue
  add column called_region jsonb,
  add column like_queue_id uuid,
  add constraint queue_called_region_of_outbound check (called_region is null or channel = 'outbound'),
  add constraint queue_called_hours_seven_days check (
    called_region is null
    or (jsonb_typeof(called_region -> 'hours') = 'array' and jsonb_array_length(called_region -> 'hours') = 7)),
  add constraint queue_like_queue_fkey foreign key (center_id, like_queue_id) references queue (center_id, id)
    on delete set null (like_queue_id),
  add constraint queue_like_another check (like_queue_id <> id);

-- Whoever was called at any hour is called from nine to six on working days from now on: it is the law.
update queue
   set called_region = jsonb_build_object(
         'timezone', center.timezone,
         'hours', '[[{"fromMinutes":540,"toMinutes":1080}],[{"fromMinutes":540,"toMinutes":1080}],[{"fromMinutes":540,"toMinutes":1080}],[{"fromMinutes":540,"toMinutes":1080}],[{"fromMinutes":540,"toMinutes":1080}],[],[]]'::jsonb)
  from center
 where center.id = queue.center_id and queue.channel = 'outbound';

-- aht_quantiles: of the interval's mean handle time, at the levels of quantiles. Null in versions made before.
alter table forecast_point
  add column aht_quantiles double precision[],
  add constraint forecast_point_nine_aht_quantiles check (cardinality(aht_quantiles) = 9);

-- event_id: the override holds while the event does, wherever it is moved to; starts_at and ends_at are
-- where it was when the override was made.
alter table forecast_override
  add column event_id uuid,
  add constraint forecast_override_event_fkey foreign key (center_id, event_id) references special_event (center_id, id)
    on delete set null (event_id);
