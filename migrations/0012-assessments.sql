-- Assessment of competences (п. 21): who judged whom, by what, and what both said to it.

-- Who has been taught to assess; nobody else signs an assessment.
create table assessor (
  center_id  uuid not null,
  user_id    uuid not null,
  trained_on date not null,
  document   text not null,
  constraint assessor_pkey primary key (center_id, user_id),
  constraint assessor_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete cascade
);
call fence_table('assessor', true);

-- draft: being written. signed: by the assessor, the operator has not answered. agreed: both signed.
-- disputed: the operator objects. resolved: HR has decided. Only the last two of these hold: agreed, resolved.
create table assessment (
  center_id        uuid not null,
  id               uuid not null default gen_random_uuid(),
  operator_id      uuid not null,
  method           text not null,
  status           text not null default 'draft',
  assessed_on      date not null,
  assessor_id      uuid not null,
  assessor_name    text not null,
  evidence         text not null,
  assessor_signed_at timestamptz,
  operator_signed_at timestamptz,
  objection        text,
  decision         text,
  decided_by       text,
  decided_at       timestamptz,
  made_at          timestamptz not null default now(),
  constraint assessment_pkey primary key (center_id, id),
  constraint assessment_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint assessment_method_known check (
    method in ('observation', 'test', 'contact_evaluation', 'self', 'all_round')),
  constraint assessment_status_known check (status in ('draft', 'signed', 'agreed', 'disputed', 'resolved')),
  constraint assessment_signed_unless_draft check (status = 'draft' or assessor_signed_at is not null),
  constraint assessment_agreed_by_operator check (status <> 'agreed' or operator_signed_at is not null),
  constraint assessment_dispute_has_words check (status <> 'disputed' or objection is not null),
  constraint assessment_resolved_with_words check (status <> 'resolved' or decision is not null)
);
create index assessment_operator on assessment (center_id, operator_id, assessed_on desc);
call fence_table('assessment', true);

create table assessment_result (
  center_id     uuid not null,
  assessment_id uuid not null,
  competence_id uuid not null,
  level         integer not null,
  evidence      text not null default '',
  constraint assessment_result_pkey primary key (center_id, assessment_id, competence_id),
  constraint assessment_result_assessment_fkey foreign key (center_id, assessment_id) references assessment (center_id, id) on delete cascade,
  constraint assessment_result_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id),
  constraint assessment_result_level_in_range check (level between 0 and 5)
);
call fence_table('assessment_result', true);
