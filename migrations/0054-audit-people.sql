-- Whom a record concerns, so that one person's changes are found whatever table they are in: an update keeps
-- only the columns that changed, which seldom say of whom. Records of what HR alone may see name nobody.
alter table audit_record add column operator_id uuid;

alter table audit_record disable trigger audit_record_append_only;
update audit_record
   set operator_id = (case when entity = 'operator' then entity_id
                           else coalesce(after ->> 'operator_id', before ->> 'operator_id') end)::uuid
 where entity = 'operator' or after ? 'operator_id' or before ? 'operator_id';
update audit_record later
   set operator_id = made.operator_id
  from audit_record made
 where later.operator_id is null and later.action = 'update'
   and made.action = 'insert' and made.operator_id is not null
   and (made.center_id, made.entity, made.entity_id) = (later.center_id, later.entity, later.entity_id);
alter table audit_record enable trigger audit_record_append_only;

create index audit_record_operator on audit_record (center_id, operator_id, id desc) where operator_id is not null;

-- As before, with the person; and a row without an id of its own is found under what it belongs to.
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
  insert into audit_record (center_id, actor_id, actor_name, action, entity, entity_id, operator_id, before, after)
  values (
    coalesce(whole ->> 'center_id', whole ->> 'id')::uuid,
    acting_id(own_user), acting_name(own_user),
    lower(tg_op), tg_table_name,
    coalesce(whole ->> 'id', whole ->> 'code', whole ->> 'date', whole ->> 'operator_id',
      whole ->> 'queue_id', whole ->> 'contract_id', whole ->> 'rule_id', whole ->> 'assessment_id',
      whole ->> 'course_id', whole ->> 'notice_id', whole ->> 'profile_id', whole ->> 'question_id',
      whole ->> 'survey_id', whole ->> 'competence_id', whole ->> 'user_id', ''),
    (case when tg_table_name = 'operator' then whole ->> 'id' else whole ->> 'operator_id' end)::uuid,
    old_row, new_row);
  return null;
end
$$;
