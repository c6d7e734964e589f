-- Reminders of notices that nobody has confirmed to have read (п. 22).

alter table center
  add column notice_reminder_days integer not null default 3,
  add constraint center_notice_reminder_days_in_range check (notice_reminder_days between 1 and 60);

-- Somebody was reminded of a version of a notice, once; and HR and the heads were told, once, that it had not
-- helped. A new version is read, and reminded of, anew.
create table notice_reminder (
  center_id    uuid not null,
  notice_id    uuid not null,
  user_id      uuid not null,
  version      integer not null,
  reminded_at  timestamptz not null default now(),
  escalated_at timestamptz,
  constraint notice_reminder_pkey primary key (center_id, notice_id, user_id, version),
  constraint notice_reminder_notice_fkey foreign key (center_id, notice_id) references notice (center_id, id) on delete cascade,
  constraint notice_reminder_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete cascade
);
call fence_table('notice_reminder', false);
