-- An admin keeps the users of the centre: makes and disables them, gives a new password, takes away a
-- lost second factor. All of it happens inside the fence, as the role of every request.

alter table users add column disabled_at timestamptz;

-- Who signs in how belongs to a user, and through the user to a centre. Of passwords and secrets the
-- role may write a new one or take one away; it can read none.
alter table user_account enable row level security;
create policy user_account_of_own_center on user_account to kezek_app
  using (exists (select from users where users.id = user_id))
  with check (exists (select from users where users.id = user_id));
grant select (id, user_id, provider_id), insert, update (password, updated_at) on user_account to kezek_app;

alter table user_session enable row level security;
create policy user_session_of_own_center on user_session to kezek_app
  using (exists (select from users where users.id = user_id));
grant select (id, user_id), delete on user_session to kezek_app;

alter table user_two_factor enable row level security;
create policy user_two_factor_of_own_center on user_two_factor to kezek_app
  using (exists (select from users where users.id = user_id));
grant select (id, user_id), delete on user_two_factor to kezek_app;

-- Whoever changes a record without saying who acts is the system, unless the record is the actor's own:
-- people change their password and their second factor themselves, outside any centre's transaction.
create function acting_id(own_user uuid) returns text language sql stable as
$$ select coalesce(nullif(current_setting('kezek.actor_id', true), ''), own_user::text, 'system') $$;
create function acting_name(own_user uuid) returns text language sql stable security definer
  set search_path = public as
$$ select coalesce(nullif(current_setting('kezek.actor_name', true), ''),
                   (select name from users where id = own_user), 'Kezek') $$;

create or replace function record_change() returns trigger language plpgsql security definer
  set search_path = public as $$
declare
  hidden constant text[] := array['password', 'token', 'secret', 'backup_codes'];
  old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - hidden end;
  new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - hidden end;
  whole jsonb := coalesce(new_row, old_row);
  own_user uuid := case when tg_op = 'UPDATE' and tg_table_name = 'users' then whole ->> 'id' end;
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
    acting_id(own_user), acting_name(own_user),
    lower(tg_op), tg_table_name,
    coalesce(whole ->> 'id', whole ->> 'code', whole ->> 'date', whole ->> 'operator_id',
      whole ->> 'queue_id', whole ->> 'contract_id', ''),
    old_row, new_row);
  return null;
end
$$;

-- That a password or a second factor was given, changed or taken away; never what it is.
create function record_credential() returns trigger language plpgsql security definer
  set search_path = public as $$
declare
  owner_id uuid := case when tg_op = 'DELETE' then old.user_id else new.user_id end;
  own_user uuid := case when tg_op = 'INSERT' and tg_table_name = 'user_account' then null else owner_id end;
  owner_center uuid := (select center_id from users where id = owner_id);
begin
  -- The user is going too, and the record of that says so.
  if owner_center is null then return null; end if;
  insert into audit_record (center_id, actor_id, actor_name, action, entity, entity_id)
  values (owner_center, acting_id(own_user), acting_name(own_user), lower(tg_op), tg_table_name, owner_id);
  return null;
end
$$;
create trigger user_account_audit after insert or delete or update of password on user_account
  for each row execute function record_credential();
create trigger user_two_factor_audit after insert or delete or update of verified on user_two_factor
  for each row execute function record_credential();
