-- What people say against a decision about themselves, to whom it goes, and what a person answers (law 94-V, art. 19-1).
-- about, subject: an assessment or a request by id, a competence by code, a published shift by its start. facts: the decision as it
-- stood. decider_id: who decided it, and may therefore not answer.

create table objection (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  about       text not null,
  subject     text not null,
  facts       jsonb not null,
  decider_id  text,
  words       text not null,
  status      text not null default 'open',
  made_at     timestamptz not null default clock_timestamp(),
  answer_by   date not null,
  answer      text,
  answered_by text,
  answered_at timestamptz,
  constraint objection_pkey primary key (center_id, id),
  constraint objection_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint objection_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint objection_about_known check (about in ('assessment', 'competence', 'shift', 'request')),
  constraint objection_says_something check (words <> '' and length(words) <= 2000),
  constraint objection_status_known check (status in ('open', 'upheld', 'rejected', 'withdrawn')),
  constraint objection_answer_signed check (
    (status in ('upheld', 'rejected')) = (answer is not null and answered_by is not null and answered_at is not null))
);
create unique index objection_one_open on objection (center_id, operator_id, about, subject) where status = 'open';
create index objection_made on objection (center_id, made_at);
call fence_table('objection', true);

-- A name does not tell apart two people who share it; who declined may not answer the objection.
alter table shift_request add column decided_by_id text;
