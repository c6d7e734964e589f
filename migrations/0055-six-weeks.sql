-- Two accounting periods of three weeks, or a month with its ends, are planned at once.
alter table schedule drop constraint schedule_whole_weeks;
alter table schedule add constraint schedule_whole_weeks check (days in (7, 14, 21, 28, 35, 42));
