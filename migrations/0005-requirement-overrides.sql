-- A requirement rests on the judgement that was in force: switching an override makes it stale.
alter table requirement add column override_ids uuid[] not null default '{}';
