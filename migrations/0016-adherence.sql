-- What counts as adherent, and what somebody has explained.

-- A version is never changed: another takes its place from an instant on.
create table adherence_policy (
  center_id  uuid not null,
  version    integer not null,
  valid_from timestamptz not null,
  policy     jsonb not null,
  note       text not null default '',
  made_by    text not null,
  made_at    timestamptz not null default now(),
  constraint adherence_policy_pkey primary key (center_id, version),
  constraint adherence_policy_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint adherence_policy_version_positive check (version > 0)
);
call fence_table('adherence_policy', true);
revoke update, delete on adherence_policy from kezek_app;

-- An explanation of time out of adherence; approved, it turns out into neutral. operator_id is null for
-- everybody of the centre (the telephones were down).
create table adherence_exception (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  operator_id  uuid,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  kind         text not null,
  note         text not null default '',
  status       text not null,
  requested_by text not null,
  requested_at timestamptz not null default now(),
  decided_by   text,
  decided_at   timestamptz,
  constraint adherence_exception_pkey primary key (center_id, id),
  constraint adherence_exception_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint adherence_exception_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint adherence_exception_span_ordered check (starts_at < ends_at),
  constraint adherence_exception_kind_known check (
    kind in ('supervisor', 'client', 'technical', 'meeting', 'training', 'health', 'transport', 'other')),
  constraint adherence_exception_status_known check (status in ('requested', 'approved', 'refused', 'withdrawn')),
  constraint adherence_exception_decided_whole check (
    (decided_by is null) = (decided_at is null) and (status <> 'approved' or decided_by is not null))
);
create index adherence_exception_span on adherence_exception (center_id, starts_at, ends_at);
call fence_table('adherence_exception', true);
