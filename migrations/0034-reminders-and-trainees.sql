-- Reminders of assessments (п. 21), and trainees who take contacts with a mentor beside them (п. 18).

-- Somebody was reminded of a due day, at a stage of nearness, once. A due day that moves, with leave or
-- with an assessment, is another, and is told of anew.
create table assessment_reminder (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  due_on      date not null,
  stage       text not null,
  made_at     timestamptz not null default now(),
  constraint assessment_reminder_pkey primary key (center_id, id),
  constraint assessment_reminder_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint assessment_reminder_once unique (center_id, operator_id, due_on, stage),
  constraint assessment_reminder_stage_known check (stage in ('days60', 'days30', 'days7', 'overdue'))
);
create index assessment_reminder_made on assessment_reminder (center_id, made_at desc);
call fence_table('assessment_reminder', false);

-- capacity: why this user was told: it is about them, they are HR, or it is overdue and they are the head.
create table reminder_reader (
  center_id   uuid not null,
  reminder_id uuid not null,
  user_id     uuid not null,
  capacity    text not null,
  read_at     timestamptz,
  constraint reminder_reader_pkey primary key (center_id, reminder_id, user_id),
  constraint reminder_reader_reminder_fkey foreign key (center_id, reminder_id) references assessment_reminder (center_id, id) on delete cascade,
  constraint reminder_reader_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete cascade,
  constraint reminder_reader_capacity_known check (capacity in ('person', 'hr', 'head'))
);
create index reminder_reader_unread on reminder_reader (center_id, user_id) where read_at is null;
call fence_table('reminder_reader', false);

-- Somebody without the competence for a queue may take its contacts while a mentor is on shift with them.
-- Both days are included. What was withdrawn stays: the exception was there until then.
create table trainee_permit (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  operator_id  uuid not null,
  mentor_id    uuid not null,
  queue_id     uuid not null,
  from_date    date not null,
  to_date      date not null,
  reason       text not null,
  allowed_by   text not null,
  allowed_at   timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  constraint trainee_permit_pkey primary key (center_id, id),
  constraint trainee_permit_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint trainee_permit_mentor_fkey foreign key (center_id, mentor_id) references operator (center_id, id) on delete cascade,
  constraint trainee_permit_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint trainee_permit_mentor_is_another check (mentor_id <> operator_id),
  constraint trainee_permit_dates_ordered check (from_date <= to_date),
  constraint trainee_permit_reason_given check (reason <> ''),
  constraint trainee_permit_withdrawal_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index trainee_permit_operator on trainee_permit (center_id, operator_id, to_date);
call fence_table('trainee_permit', true);
