-- Information to people (п. 22): the same for every site at once, from an official source, in versions, and
-- with a receipt from everybody who has read it.

create table notice (
  center_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  title           jsonb not null,
  body            jsonb not null,
  official_source text not null,
  version         integer not null default 1,
  published_by    text not null,
  published_at    timestamptz not null default now(),
  withdrawn_at    timestamptz,
  constraint notice_pkey primary key (center_id, id),
  constraint notice_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint notice_title_in_three_languages check (is_text_in_three_languages(title)),
  constraint notice_body_in_three_languages check (is_text_in_three_languages(body)),
  constraint notice_has_source check (official_source <> '')
);
call fence_table('notice', true);

-- version: the one that was read; a new version of the notice has to be read again.
create table notice_receipt (
  center_id uuid not null,
  notice_id uuid not null,
  user_id   uuid not null,
  version   integer not null,
  read_at   timestamptz not null default now(),
  constraint notice_receipt_pkey primary key (center_id, notice_id, user_id),
  constraint notice_receipt_notice_fkey foreign key (center_id, notice_id) references notice (center_id, id) on delete cascade,
  constraint notice_receipt_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete cascade
);
call fence_table('notice_receipt', true);
