-- Tests of knowledge (п. 21): a bank of questions per competence, who is to be tested, and what they answered.
-- A test that was passed is evidence of an assessment, which a person signs and the tested may dispute.

create table question (
  center_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  competence_id uuid not null,
  code          text not null,
  archived_at   timestamptz,
  constraint question_pkey primary key (center_id, id),
  constraint question_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id) on delete cascade,
  constraint question_code_unique unique (center_id, code)
);
create index question_competence on question (center_id, competence_id);
call fence_table('question', true);

-- What was asked stays what it was: a change of a question is its next version.
-- options: [{ "text": {kk, ru, en}, "right": true }, …], at least one right and one wrong.
create table question_version (
  center_id   uuid not null,
  question_id uuid not null,
  version     integer not null,
  text        jsonb not null,
  options     jsonb not null,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  constraint question_version_pkey primary key (center_id, question_id, version),
  constraint question_version_question_fkey foreign key (center_id, question_id) references question (center_id, id) on delete cascade,
  constraint question_version_text_in_three_languages check (is_text_in_three_languages(text))
);
call fence_table('question_version', true);

-- How a competence is tested. Every attempt keeps what it was begun under.
-- pass_share: of the questions, from which the test is passed. level: what passing it is evidence of.
create table knowledge_test (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  competence_id  uuid not null,
  version        integer not null default 1,
  question_count integer not null,
  minutes        integer not null,
  pass_share     double precision not null,
  level          integer not null,
  attempts       integer not null,
  constraint knowledge_test_pkey primary key (center_id, id),
  constraint knowledge_test_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id) on delete cascade,
  constraint knowledge_test_one_per_competence unique (center_id, competence_id),
  constraint knowledge_test_questions_in_range check (question_count between 1 and 200),
  constraint knowledge_test_minutes_in_range check (minutes between 1 and 240),
  constraint knowledge_test_pass_share_is_ratio check (pass_share > 0 and pass_share <= 1),
  constraint knowledge_test_level_in_range check (level between 1 and 5),
  constraint knowledge_test_attempts_in_range check (attempts between 1 and 10)
);
call fence_table('knowledge_test', true);

-- closed_at: passed, out of attempts, or withdrawn; outcome says which of them.
-- assessment_id: the draft that the result is evidence of; it waits for its assessor.
create table test_assignment (
  center_id      uuid not null,
  id             uuid not null default gen_random_uuid(),
  test_id        uuid not null,
  operator_id    uuid not null,
  due_on         date not null,
  attempts       integer not null,
  assigned_by_id uuid not null,
  assigned_by    text not null,
  assigned_at    timestamptz not null default now(),
  closed_at      timestamptz,
  outcome        text,
  assessment_id  uuid,
  constraint test_assignment_pkey primary key (center_id, id),
  constraint test_assignment_test_fkey foreign key (center_id, test_id) references knowledge_test (center_id, id) on delete cascade,
  constraint test_assignment_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint test_assignment_assessment_fkey foreign key (center_id, assessment_id) references assessment (center_id, id) on delete set null (assessment_id),
  constraint test_assignment_outcome_known check (outcome in ('passed', 'failed', 'withdrawn')),
  constraint test_assignment_end_whole check ((closed_at is null) = (outcome is null))
);
create unique index test_assignment_one_open on test_assignment (center_id, test_id, operator_id) where closed_at is null;
create index test_assignment_operator on test_assignment (center_id, operator_id);
call fence_table('test_assignment', true);

-- seed and drawn make the draw repeatable: [{ "questionId", "version", "order": [2, 0, 1] }, …], order being
-- the options as they were shown. answers: { "0": [1], … }, positions of what was chosen as it was shown.
-- pass_share, level: of the test when the attempt began.
create table test_attempt (
  center_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  assignment_id uuid not null,
  number        integer not null,
  test_version  integer not null,
  seed          integer not null,
  drawn         jsonb not null,
  answers       jsonb not null default '{}',
  pass_share    double precision not null,
  level         integer not null,
  started_at    timestamptz not null,
  ends_at       timestamptz not null,
  finished_at   timestamptz,
  right_count   integer,
  passed        boolean,
  constraint test_attempt_pkey primary key (center_id, id),
  constraint test_attempt_assignment_fkey foreign key (center_id, assignment_id) references test_assignment (center_id, id) on delete cascade,
  constraint test_attempt_number_unique unique (center_id, assignment_id, number),
  constraint test_attempt_span_ordered check (started_at < ends_at),
  constraint test_attempt_end_whole check ((finished_at is null) = (right_count is null) and (finished_at is null) = (passed is null))
);
create unique index test_attempt_one_running on test_attempt (center_id, assignment_id) where finished_at is null;
call fence_table('test_attempt', true);
