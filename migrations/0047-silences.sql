-- Hours in which almost nobody came are found too, whether or not the calendar knows of an outage.
alter table history_decision drop constraint history_decision_finding_known;
alter table history_decision add constraint history_decision_finding_known
  check (finding in ('gap', 'outage', 'silence', 'outlier', 'duplicate', 'shift'));
