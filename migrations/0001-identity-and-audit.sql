-- Centres, the people who sign in, the audit record, and the fence that keeps centres apart.

-- The role that every request runs as. It owns nothing, so row-level security always applies to it.
-- Roles belong to the whole server: another database, or another migration at the same moment, may
-- have made it already.
do $$
begin
  create role kezek_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;
grant kezek_app to current_user;
grant usage on schema public to kezek_app;

-- The centre of the request that is running, or null outside one, which matches no row.
create function current_center() returns uuid language sql stable as
$$ select nullif(current_setting('kezek.center_id', true), '')::uuid $$;

create function is_text_in_three_languages(value jsonb) returns boolean language sql immutable as
$$ select value ?& array['kk', 'ru', 'en'] $$;

create table center (
  id                    uuid not null default gen_random_uuid(),
  code                  text not null,
  name                  jsonb not null,
  timezone              text not null,
  interval_minutes      integer not null default 30,
  asa_target_seconds    integer not null default 60,
  asa_lower_seconds     integer not null default 40,
  max_occupancy         double precision not null default 0.85,
  shrinkage_planned     double precision not null default 0.12,
  shrinkage_unplanned   double precision not null default 0.06,
  schedule_weights      jsonb not null,
  is_sample             boolean not null default false,
  created_at            timestamptz not null default now(),
  constraint center_pkey primary key (id),
  constraint center_code_unique unique (code),
  constraint center_name_in_three_languages check (is_text_in_three_languages(name)),
  constraint center_interval_known check (interval_minutes in (15, 30, 60)),
  constraint center_asa_band_ordered check (0 <= asa_lower_seconds and asa_lower_seconds <= asa_target_seconds),
  constraint center_max_occupancy_is_ratio check (max_occupancy > 0 and max_occupancy <= 1),
  constraint center_shrinkage_is_ratio check (
    shrinkage_planned >= 0 and shrinkage_planned < 1 and shrinkage_unplanned >= 0 and shrinkage_unplanned < 1)
);

create table users (
  id                 uuid not null default gen_random_uuid(),
  center_id          uuid not null,
  name               text not null,
  email              text not null,
  email_verified     boolean not null default false,
  image              text,
  roles              text not null default 'operator',
  language           text not null default 'ru',
  two_factor_enabled boolean not null default false,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  constraint users_pkey primary key (id),
  constraint users_email_unique unique (email),
  constraint users_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint users_language_known check (language in ('kk', 'ru', 'en')),
  constraint users_roles_known check (
    string_to_array(roles, ',') <@ array['planner', 'supervisor', 'hr', 'operator', 'head', 'admin'])
);

create table user_session (
  id         uuid not null default gen_random_uuid(),
  user_id    uuid not null,
  token      text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_session_pkey primary key (id),
  constraint user_session_token_unique unique (token),
  constraint user_session_user_fkey foreign key (user_id) references users (id) on delete cascade
);
create index user_session_user on user_session (user_id);

create table user_account (
  id                       uuid not null default gen_random_uuid(),
  user_id                  uuid not null,
  account_id               text not null,
  provider_id              text not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  constraint user_account_pkey primary key (id),
  constraint user_account_user_fkey foreign key (user_id) references users (id) on delete cascade
);
create index user_account_user on user_account (user_id);

create table user_verification (
  id         uuid not null default gen_random_uuid(),
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_verification_pkey primary key (id)
);
create index user_verification_identifier on user_verification (identifier);

create table user_two_factor (
  id           uuid not null default gen_random_uuid(),
  user_id      uuid not null,
  secret       text not null,
  backup_codes text not null,
  verified     boolean,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  constraint user_two_factor_pkey primary key (id),
  constraint user_two_factor_user_fkey foreign key (user_id) references users (id) on delete cascade
);
create index user_two_factor_user on user_two_factor (user_id);

-- Who changed what, when, from what, to what. Only the trigger below writes it; nothing may alter it.
create table audit_record (
  id         bigint generated always as identity,
  center_id  uuid not null,
  at         timestamptz not null default clock_timestamp(),
  actor_id   text not null,
  actor_name text not null,
  action     text not null,
  entity     text not null,
  entity_id  text not null,
  before     jsonb,
  after      jsonb,
  constraint audit_record_pkey primary key (center_id, id),
  constraint audit_record_action_known check (action in ('insert', 'update', 'delete'))
);
create index audit_record_at on audit_record (center_id, at desc);
create index audit_record_entity on audit_record (center_id, entity, entity_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_record_append_only before update or delete or truncate on audit_record
  for each statement execute function refuse_change();

-- An update keeps only the columns that changed. A password hash or a token never reaches the record.
create function record_change() returns trigger language plpgsql security definer
  set search_path = public as $$
declare
  hidden constant text[] := array['password', 'token', 'secret', 'backup_codes'];
  old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - hidden end;
  new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - hidden end;
  whole jsonb := coalesce(new_row, old_row);
begin
  if tg_op = 'UPDATE' then
    select coalesce(jsonb_object_agg(o.key, o.value), '{}'), coalesce(jsonb_object_agg(o.key, n.value), '{}')
      into old_row, new_row
      from jsonb_each(old_row) o join jsonb_each(new_row) n using (key)
     where o.value is distinct from n.value;
    if old_row = '{}' then return null; end if;
  end if;
  insert into audit_record (center_id, actor_id, actor_name, action, entity, entity_id, before, after)
  values (
    coalesce(whole ->> 'center_id', whole ->> 'id')::uuid,
    coalesce(nullif(current_setting('kezek.actor_id', true), ''), 'system'),
    coalesce(nullif(current_setting('kezek.actor_name', true), ''), 'Kezek'),
    lower(tg_op), tg_table_name,
    coalesce(whole ->> 'id', whole ->> 'code', whole ->> 'date', whole ->> 'operator_id',
      whole ->> 'queue_id', whole ->> 'contract_id', ''),
    old_row, new_row);
  return null;
end
$$;

-- Puts a table behind the centre's fence; with `audited`, its every change is recorded.
create procedure fence_table(table_name regclass, audited boolean) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format(
    'create policy %I on %s to kezek_app using (center_id = current_center()) with check (center_id = current_center())',
    table_name || '_of_own_center', table_name);
  execute format('grant select, insert, update, delete on %s to kezek_app', table_name);
  if audited then
    execute format(
      'create trigger %I after insert or update or delete on %s for each row execute function record_change()',
      table_name || '_audit', table_name);
  end if;
end
$$;

alter table center enable row level security;
create policy center_is_own on center to kezek_app using (id = current_center()) with check (id = current_center());
grant select, update on center to kezek_app;
create trigger center_audit after insert or update or delete on center
  for each row execute function record_change();

call fence_table('users', true);

alter table audit_record enable row level security;
create policy audit_record_of_own_center on audit_record to kezek_app using (center_id = current_center());
grant select on audit_record to kezek_app;
