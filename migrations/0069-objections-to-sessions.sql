-- Whoever is put into a session of training may object to it; placed_by_id: who put them there, and does not answer.
-- A name does not tell apart two people who share it.

alter table objection drop constraint objection_about_known;
alter table objection add constraint objection_about_known
  check (about in ('assessment', 'competence', 'shift', 'request', 'session'));
alter table training_attendance add column placed_by_id text;
