-- When somebody cannot come on a weekday may hold for a term alone, and is written by people now.
alter table unavailability add column from_date date;
alter table unavailability add column to_date date;
alter table unavailability add constraint unavailability_dates_ordered check (from_date <= to_date);
