-- Shifts in two parts with an unpaid gap between them, under contracts that provide for them (Labour Code, art. 72).
alter table contract add column split_shifts boolean not null default false;
alter table shift_break drop constraint shift_break_kind_known;
alter table shift_break add constraint shift_break_kind_known check (kind in ('meal', 'rest', 'personal', 'gap'));
