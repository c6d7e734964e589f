-- A rule of law or of the house is a row for each version, never changed: in a period that one counts which is the
-- highest of those valid from its first day or before. What came before ends by that alone.

alter table labour_rule
  add column version integer not null default 1,
  add column words   jsonb,
  add column reason  text not null default '',
  add column made_by text not null default '',
  add column made_at timestamptz not null default now(),
  drop constraint labour_rule_pkey,
  drop constraint labour_rule_dates_ordered,
  drop column valid_to,
  add constraint labour_rule_pkey primary key (center_id, code, version),
  add constraint labour_rule_version_positive check (version > 0);
alter table labour_rule alter column version drop default;
revoke update, delete on labour_rule from kezek_app;
