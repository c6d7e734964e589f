-- Explanations that operators ask for, that a whole team gets at once, and that are answered.

-- team_id: the team whose members were explained together; each member has a row of their own, so that
-- whoever changes teams later keeps what was explained of their time.
alter table adherence_exception
  add column team_id uuid,
  add column reply   text not null default '',
  add constraint adherence_exception_team_fkey foreign key (center_id, team_id)
    references team (center_id, id) on delete set null (team_id),
  add constraint adherence_exception_reply_answers check (reply = '' or decided_by is not null);
create index adherence_exception_waiting on adherence_exception (center_id, starts_at) where status = 'requested';
