-- Papers that leave the service with people's data, and surveys of the staff (п. 14, 15).

-- Who took which paper, and when: written with the paper, so that none leaves unseen. operator_id: whose
-- file; year: which audit package.
create table paper_export (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  kind        text not null,
  format      text not null,
  operator_id uuid,
  year        integer,
  made_by     text not null,
  made_at     timestamptz not null default now(),
  constraint paper_export_pkey primary key (center_id, id),
  constraint paper_export_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint paper_export_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint paper_export_kind_known check (kind in ('person_file', 'audit_package')),
  constraint paper_export_format_known check (format in ('xlsx', 'pdf')),
  constraint paper_export_subject_whole check (
    (kind = 'person_file') = (operator_id is not null) and (kind = 'audit_package') = (year is not null))
);
call fence_table('paper_export', true);

-- group_min: of fewer answers nothing is told. repeat_months: when the next one is due; null: never.
-- closed_at: ended before its last day; results are told of a closed survey alone.
create table survey (
  center_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  title         jsonb not null,
  opens_on      date not null,
  closes_on     date not null,
  group_min     integer not null default 5,
  repeat_months integer,
  closed_at     timestamptz,
  made_by       text not null,
  made_at       timestamptz not null default now(),
  constraint survey_pkey primary key (center_id, id),
  constraint survey_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint survey_title_in_three_languages check (is_text_in_three_languages(title)),
  constraint survey_dates_ordered check (opens_on <= closes_on),
  constraint survey_group_min_hides check (group_min between 3 and 50),
  constraint survey_repeat_in_range check (repeat_months between 1 and 36)
);
call fence_table('survey', true);

-- factor: the two of п. 15: satisfaction and engagement as a whole; the operators' experience with clients.
create table survey_question (
  center_id uuid not null,
  survey_id uuid not null,
  position  integer not null,
  factor    text not null,
  text      jsonb not null,
  constraint survey_question_pkey primary key (center_id, survey_id, position),
  constraint survey_question_survey_fkey foreign key (center_id, survey_id) references survey (center_id, id) on delete cascade,
  constraint survey_question_position_positive check (position > 0),
  constraint survey_question_factor_known check (factor in ('satisfaction', 'experience')),
  constraint survey_question_text_in_three_languages check (is_text_in_three_languages(text))
);
call fence_table('survey_question', true);

-- How often which mark was given, by team: answers are counted and never kept, so that nobody can tie one
-- to a person. No time, no audit: either would tell whose it was. team: its code; '' for people in none.
create table survey_tally (
  center_id uuid not null,
  survey_id uuid not null,
  team      text not null,
  position  integer not null,
  mark      integer not null,
  answers   integer not null,
  constraint survey_tally_pkey primary key (center_id, survey_id, team, position, mark),
  constraint survey_tally_question_fkey foreign key (center_id, survey_id, position) references survey_question (center_id, survey_id, position) on delete cascade,
  constraint survey_tally_mark_in_range check (mark between 1 and 5),
  constraint survey_tally_answers_not_negative check (answers >= 0)
);
call fence_table('survey_tally', false);

-- That somebody has answered, so that nobody does twice; never what, and never when.
create table survey_respondent (
  center_id uuid not null,
  survey_id uuid not null,
  user_id   uuid not null,
  constraint survey_respondent_pkey primary key (center_id, survey_id, user_id),
  constraint survey_respondent_survey_fkey foreign key (center_id, survey_id) references survey (center_id, id) on delete cascade,
  constraint survey_respondent_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete cascade
);
call fence_table('survey_respondent', false);

-- What is done about what a survey has shown, by whom and by when.
create table survey_action (
  center_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  factor    text not null,
  what      text not null,
  owner     text not null,
  due_on    date not null,
  done_on   date,
  outcome   text not null default '',
  made_by   text not null,
  made_at   timestamptz not null default now(),
  constraint survey_action_pkey primary key (center_id, id),
  constraint survey_action_survey_fkey foreign key (center_id, survey_id) references survey (center_id, id) on delete cascade,
  constraint survey_action_factor_known check (factor in ('satisfaction', 'experience')),
  constraint survey_action_end_whole check ((done_on is null) = (outcome = ''))
);
call fence_table('survey_action', true);
