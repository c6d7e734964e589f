-- What a planner has decided about a span of the history: the figures stay as they were imported, and
-- the next forecast learns from what was decided. Switched off, never deleted; the later one wins.
create table history_decision (
  center_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  queue_id  uuid not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  finding   text not null,
  action    text not null,
  contacts  double precision,
  reason    text not null,
  active    boolean not null default true,
  made_by   text not null,
  made_at   timestamptz not null default now(),
  constraint history_decision_pkey primary key (center_id, id),
  constraint history_decision_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint history_decision_span_ordered check (starts_at < ends_at),
  constraint history_decision_finding_known check (finding in ('gap', 'outage', 'outlier', 'duplicate', 'shift')),
  constraint history_decision_action_known check (action in ('keep', 'drop', 'replace', 'usual')),
  constraint history_decision_shift_kept_or_dropped check (finding <> 'shift' or action in ('keep', 'drop')),
  constraint history_decision_contacts_with_replace check ((action = 'replace') = (contacts is not null)),
  constraint history_decision_contacts_not_negative check (contacts >= 0),
  constraint history_decision_reason_given check (length(trim(reason)) > 0)
);
create index history_decision_queue on history_decision (center_id, queue_id, made_at);
call fence_table('history_decision', true);
