-- Operators and their own shifts: what they have seen of them, and what they ask for.

-- shifts: starts and ends of the shifts to come, as the person last saw them; what differs is a change.
create table own_shift_sight (
  center_id   uuid not null,
  operator_id uuid not null,
  shifts      jsonb not null,
  seen_at     timestamptz not null default now(),
  constraint own_shift_sight_pkey primary key (center_id, operator_id),
  constraint own_shift_sight_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade
);
call fence_table('own_shift_sight', false);

-- A swap names shifts by their instants: a published version that replaces another gives them new ids.
-- status 'asked' waits for the colleague, 'waiting' for a supervisor or planner.
create table shift_request (
  center_id         uuid not null,
  id                uuid not null default gen_random_uuid(),
  operator_id       uuid not null,
  kind              text not null,
  status            text not null,
  absence_kind      text,
  from_date         date,
  to_date           date,
  own_starts_at     timestamptz,
  own_ends_at       timestamptz,
  other_operator_id uuid,
  other_starts_at   timestamptz,
  other_ends_at     timestamptz,
  note              text not null default '',
  reply             text not null default '',
  made_at           timestamptz not null default clock_timestamp(),
  decided_by        text,
  decided_at        timestamptz,
  constraint shift_request_pkey primary key (center_id, id),
  constraint shift_request_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint shift_request_other_fkey foreign key (center_id, other_operator_id) references operator (center_id, id) on delete cascade,
  constraint shift_request_kind_known check (kind in ('leave', 'swap')),
  constraint shift_request_status_known check (status in ('asked', 'waiting', 'approved', 'declined', 'withdrawn')),
  constraint shift_request_leave_has_days check (
    kind <> 'leave' or (absence_kind is not null and from_date is not null and from_date <= to_date)),
  constraint shift_request_swap_has_shifts check (
    kind <> 'swap' or (own_starts_at is not null and own_ends_at is not null and other_operator_id is not null
      and other_starts_at is not null and other_ends_at is not null and other_operator_id <> operator_id)),
  constraint shift_request_decision_signed check (status not in ('approved', 'declined') or decided_by is not null)
);
create index shift_request_open on shift_request (center_id, made_at) where status in ('asked', 'waiting');
call fence_table('shift_request', true);
