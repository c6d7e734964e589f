-- Whom and what a feed speaks of that nobody knows: few events of very many.

create index state_event_unknown on state_event (center_id, feed_id, at) where operator_id is null or state is null;

-- Batches that never came, since a snapshot said everybody's state: once it has, no state is old for want of them.

alter table feed_health add column missing_since_snapshot bigint not null default 0;
alter table feed_health add constraint feed_health_missing_not_negative check (missing_since_snapshot >= 0);
update feed_health set missing_since_snapshot = greatest(missing_batches, 0);
