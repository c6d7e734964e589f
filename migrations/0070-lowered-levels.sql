-- A level that was lowered, by an assessment or by hand, may leave published shifts without the competence that they
-- were planned with. former_level: what was held before, until as much is held again; lowered_at: since when.

alter table operator_competence add column former_level integer;
alter table operator_competence add column lowered_at timestamptz;
alter table operator_competence add constraint operator_competence_lowering_whole check (
  (former_level is null) = (lowered_at is null));

create function keep_former_level() returns trigger language plpgsql as $$
declare
  before constant integer := greatest(old.level, coalesce(old.former_level, 0));
begin
  if new.level < old.level then
    new.former_level := before;
    new.lowered_at := clock_timestamp();
  elsif new.level >= before then
    new.former_level := null;
    new.lowered_at := null;
  end if;
  return new;
end
$$;
create trigger operator_competence_lowered before update of level on operator_competence
  for each row execute function keep_former_level();
