-- How long what is kept of a person stays theirs after they have left, and what HR decided then. Nothing is
-- anonymised by itself: a proposal follows from these rows and from the day somebody left.

create table retention_rule (
  center_id uuid not null,
  months    integer not null,
  source    text not null,
  constraint retention_rule_pkey primary key (center_id),
  constraint retention_rule_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint retention_rule_months_in_range check (months between 1 and 1200),
  constraint retention_rule_has_source check (source <> '')
);
call fence_table('retention_rule', true);

-- keep_until: of a decision to keep, the day until which it is not proposed again.
create table retention_decision (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  decision    text not null,
  reason      text not null,
  left_on     date not null,
  keep_until  date,
  decided_by  text not null,
  decided_at  timestamptz not null default now(),
  constraint retention_decision_pkey primary key (center_id, id),
  constraint retention_decision_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint retention_decision_known check (decision in ('anonymised', 'kept')),
  constraint retention_decision_has_reason check (reason <> ''),
  constraint retention_decision_kept_until check ((decision = 'kept') = (keep_until is not null))
);
create index retention_decision_operator on retention_decision (center_id, operator_id);
call fence_table('retention_decision', true);
