-- Training (п. 21: competence is developed constantly): courses in versions, sessions, who came with what
-- result, plans of development, and the register of certificates that rows 23 and 24 of the report count.

create table course (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  code        text not null,
  name        jsonb not null,
  archived_at timestamptz,
  constraint course_pkey primary key (center_id, id),
  constraint course_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint course_code_unique unique (center_id, code),
  constraint course_name_in_three_languages check (is_text_in_three_languages(name))
);
call fence_table('course', true);

-- What was taught stays what it was: a change of a course is its next version.
-- pass_share: of the points, from which somebody has passed; null: to come is enough.
-- certificate_months: how long a certificate of it holds; null: it never ends.
create table course_version (
  center_id          uuid not null,
  course_id          uuid not null,
  version            integer not null,
  minutes            integer not null,
  programme          text not null,
  pass_share         double precision,
  certificate_months integer,
  made_by            text not null,
  made_at            timestamptz not null default now(),
  constraint course_version_pkey primary key (center_id, course_id, version),
  constraint course_version_course_fkey foreign key (center_id, course_id) references course (center_id, id) on delete cascade,
  constraint course_version_minutes_in_range check (minutes between 15 and 600),
  constraint course_version_pass_share_is_ratio check (pass_share > 0 and pass_share <= 1),
  constraint course_version_months_positive check (certificate_months > 0)
);
call fence_table('course_version', true);

create table course_competence (
  center_id     uuid not null,
  course_id     uuid not null,
  version       integer not null,
  competence_id uuid not null,
  level         integer not null,
  constraint course_competence_pkey primary key (center_id, course_id, version, competence_id),
  constraint course_competence_version_fkey foreign key (center_id, course_id, version) references course_version (center_id, course_id, version) on delete cascade,
  constraint course_competence_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id),
  constraint course_competence_level_in_range check (level between 1 and 5)
);
call fence_table('course_competence', true);

-- site_id: null for one that is held at a distance. short_agent_hours: what it cost the coverage of the
-- week when it was placed, as the planner saw it; null where no schedule was there to ask.
create table training_session (
  center_id         uuid not null,
  id                uuid not null default gen_random_uuid(),
  course_id         uuid not null,
  course_version    integer not null,
  site_id           uuid,
  room              text not null default '',
  trainer           text not null,
  places            integer not null,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null,
  status            text not null default 'planned',
  short_agent_hours double precision,
  made_by           text not null,
  made_at           timestamptz not null default now(),
  constraint training_session_pkey primary key (center_id, id),
  constraint training_session_course_fkey foreign key (center_id, course_id, course_version) references course_version (center_id, course_id, version),
  constraint training_session_site_fkey foreign key (center_id, site_id) references site (center_id, id),
  constraint training_session_span_ordered check (starts_at < ends_at),
  constraint training_session_places_positive check (places > 0),
  constraint training_session_status_known check (status in ('planned', 'held', 'cancelled'))
);
create index training_session_starts on training_session (center_id, starts_at);
call fence_table('training_session', true);

-- share: of the points, 0..1; null where nothing was measured.
create table training_attendance (
  center_id   uuid not null,
  session_id  uuid not null,
  operator_id uuid not null,
  status      text not null default 'enrolled',
  share       double precision,
  passed      boolean,
  constraint training_attendance_pkey primary key (center_id, session_id, operator_id),
  constraint training_attendance_session_fkey foreign key (center_id, session_id) references training_session (center_id, id) on delete cascade,
  constraint training_attendance_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint training_attendance_status_known check (status in ('enrolled', 'attended', 'missed')),
  constraint training_attendance_share_is_ratio check (share between 0 and 1),
  constraint training_attendance_passed_who_came check (passed is null or status = 'attended')
);
create index training_attendance_operator on training_attendance (center_id, operator_id);
call fence_table('training_attendance', true);

-- What somebody is to learn, how, and by when. A mentor is a colleague; a course may be given.
create table development_step (
  center_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  operator_id   uuid not null,
  competence_id uuid not null,
  target_level  integer not null,
  way           text not null,
  course_id     uuid,
  mentor_id     uuid,
  due_on        date not null,
  status        text not null default 'planned',
  outcome       text not null default '',
  made_by       text not null,
  made_at       timestamptz not null default now(),
  ended_on      date,
  constraint development_step_pkey primary key (center_id, id),
  constraint development_step_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint development_step_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id),
  constraint development_step_course_fkey foreign key (center_id, course_id) references course (center_id, id),
  constraint development_step_mentor_fkey foreign key (center_id, mentor_id) references operator (center_id, id) on delete set null (mentor_id),
  constraint development_step_level_in_range check (target_level between 1 and 5),
  constraint development_step_way_known check (way in ('course', 'mentoring', 'self_study')),
  constraint development_step_course_named check (way <> 'course' or course_id is not null),
  constraint development_step_mentor_is_another check (mentor_id is null or mentor_id <> operator_id),
  constraint development_step_status_known check (status in ('planned', 'done', 'cancelled')),
  constraint development_step_end_whole check ((status = 'planned') = (ended_on is null))
);
create unique index development_step_one_open on development_step (center_id, operator_id, competence_id) where status = 'planned';
call fence_table('development_step', true);

-- holder: the centre itself (row 23 of the report) or a person; manager: somebody who manages (row 24).
-- operator_id is null for the centre and for a person who is in no list of the centre.
create table certificate (
  center_id     uuid not null,
  id            uuid not null default gen_random_uuid(),
  holder        text not null,
  operator_id   uuid,
  holder_name   text not null,
  manager       boolean not null default false,
  kind          text not null,
  title         text not null,
  number        text not null,
  issued_by     text not null,
  issued_on     date not null,
  valid_until   date,
  session_id    uuid,
  withdrawn_on  date,
  constraint certificate_pkey primary key (center_id, id),
  constraint certificate_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint certificate_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint certificate_session_fkey foreign key (center_id, session_id) references training_session (center_id, id) on delete set null (session_id),
  constraint certificate_number_unique unique (center_id, issued_by, number),
  constraint certificate_holder_known check (holder in ('centre', 'person')),
  constraint certificate_kind_known check (kind in ('course', 'certification', 'certification_audit')),
  constraint certificate_of_centre_has_no_person check (holder = 'person' or (operator_id is null and not manager)),
  constraint certificate_dates_ordered check (valid_until is null or issued_on <= valid_until)
);
create index certificate_operator on certificate (center_id, operator_id);
call fence_table('certificate', true);
