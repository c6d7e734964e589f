-- People beyond what a schedule needs: where they work, with whom, under which contract since when, and
-- what the law attaches to them.

create table team (
  center_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  code      text not null,
  name      jsonb not null,
  constraint team_pkey primary key (center_id, id),
  constraint team_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint team_code_unique unique (center_id, code),
  constraint team_name_in_three_languages check (is_text_in_three_languages(name))
);
call fence_table('team', true);

alter table users add constraint users_of_center_unique unique (center_id, id);

-- takes_contacts: false for planners, trainers and others who are people of the centre and are not rostered.
-- user_id: the sign-in of this person, for their own view and so that nobody assesses themselves.
alter table operator
  add column kind text not null default 'staff',
  add column takes_contacts boolean not null default true,
  add column position text,
  add column team_id uuid,
  add column workplace text not null default 'office',
  add column user_id uuid,
  add constraint operator_kind_known check (kind in ('staff', 'non_staff')),
  add constraint operator_workplace_known check (workplace in ('office', 'remote')),
  add constraint operator_team_fkey foreign key (center_id, team_id) references team (center_id, id),
  add constraint operator_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete set null (user_id),
  add constraint operator_user_unique unique (center_id, user_id);

-- `operator.contract_id` is the contract of the hiring; a row here is the one that follows it from a day on.
create table operator_contract (
  center_id   uuid not null,
  operator_id uuid not null,
  from_date   date not null,
  contract_id uuid not null,
  constraint operator_contract_pkey primary key (center_id, operator_id, from_date),
  constraint operator_contract_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint operator_contract_contract_fkey foreign key (center_id, contract_id) references contract (center_id, id)
);
call fence_table('operator_contract', true);

-- Spans of work that ended before the present one: somebody left and came back.
create table earlier_employment (
  center_id   uuid not null,
  operator_id uuid not null,
  hired_on    date not null,
  left_on     date not null,
  constraint earlier_employment_pkey primary key (center_id, operator_id, hired_on),
  constraint earlier_employment_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint earlier_employment_dates_ordered check (hired_on <= left_on)
);
call fence_table('earlier_employment', true);

-- What the law attaches to a person. A work unit sees it only after it has said that it may: HR's own
-- pages do, and the calculation that turns it into limits of a schedule.
create table legal_restriction (
  center_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  kind        text not null,
  from_date   date not null,
  to_date     date,
  document    text not null,
  constraint legal_restriction_pkey primary key (center_id, id),
  constraint legal_restriction_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint legal_restriction_kind_known check (kind in (
    'minor_under_16', 'minor_under_18', 'pregnancy', 'disability_1', 'disability_2', 'disability_3',
    'child_under_7', 'disabled_child', 'family_carer')),
  constraint legal_restriction_dates_ordered check (to_date is null or from_date <= to_date)
);

-- Written consents, with the document that proves them.
create table consent (
  center_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  operator_id  uuid not null,
  kind         text not null,
  document     text not null,
  given_on     date not null,
  withdrawn_on date,
  constraint consent_pkey primary key (center_id, id),
  constraint consent_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint consent_kind_known check (kind in ('night_work', 'overtime', 'holiday_work', 'personal_data')),
  constraint consent_dates_ordered check (withdrawn_on is null or given_on <= withdrawn_on)
);

create function personal_records_are_open() returns boolean language sql stable as
$$ select coalesce(current_setting('kezek.personal_records', true), '') = 'open' $$;

-- That something of a person's changed, never what: the audit record is read by more people than these rows.
create function record_personal_change() returns trigger language plpgsql security definer
  set search_path = public as $$
declare
  whole jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  insert into audit_record (center_id, actor_id, actor_name, action, entity, entity_id)
  values ((whole ->> 'center_id')::uuid, acting_id(null), acting_name(null), lower(tg_op), tg_table_name,
          whole ->> 'operator_id');
  return null;
end
$$;

create procedure fence_personal_table(table_name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format(
    'create policy %I on %s to kezek_app using (center_id = current_center() and personal_records_are_open()) with check (center_id = current_center() and personal_records_are_open())',
    table_name || '_of_own_center_when_open', table_name);
  execute format('grant select, insert, update, delete on %s to kezek_app', table_name);
  execute format(
    'create trigger %I after insert or update or delete on %s for each row execute function record_personal_change()',
    table_name || '_audit', table_name);
end
$$;
call fence_personal_table('legal_restriction');
call fence_personal_table('consent');
create index legal_restriction_operator on legal_restriction (center_id, operator_id);
create index consent_operator on consent (center_id, operator_id);

-- How long an assessment holds (п. 21 says only "annually"): 12 months from the day, or to the end of the
-- next calendar year.
alter table center
  add column assessment_cycle text not null default 'twelve_months',
  add constraint center_assessment_cycle_known check (assessment_cycle in ('twelve_months', 'calendar_year'));
