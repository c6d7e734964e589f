-- Over how many months the hours of a contract are balanced: a year at most (Labour Code, art. 75(4)), a quarter under
-- a sliding schedule (73-1), half a year under flexible time (74). Contracts that count by the week ignore it.
alter table contract add column accounting_months smallint not null default 3;
alter table contract add constraint contract_accounting_divides_the_year
  check (accounting_months in (1, 2, 3, 4, 6, 12));
alter table contract add constraint contract_accounting_within_law check (
  accounting_months <= case regime when 'sliding' then 3 when 'flexible' then 6 else 12 end);
