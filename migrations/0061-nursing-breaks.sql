-- Paid breaks of who feeds a child under one and a half (Labour Code, art. 82(3)-(5)): of how many children, and where
-- the breaks go as the person asks. In a shift such a break is a personal one: what it is for is not said there.
alter table legal_restriction drop constraint legal_restriction_kind_known;
alter table legal_restriction add constraint legal_restriction_kind_known check (kind in (
  'minor_under_16', 'minor_under_18', 'pregnancy', 'disability_1', 'disability_2', 'disability_3',
  'child_under_7', 'disabled_child', 'family_carer', 'nursing'));
alter table legal_restriction add column children smallint;
alter table legal_restriction add column breaks_joined_to text;
alter table legal_restriction add constraint legal_restriction_children_positive check (children >= 1);
alter table legal_restriction add constraint legal_restriction_joined_known
  check (breaks_joined_to in ('none', 'meal', 'start', 'end'));
alter table legal_restriction add constraint legal_restriction_nursing_whole check (
  (kind = 'nursing') = (children is not null) and (kind = 'nursing') = (breaks_joined_to is not null));

alter table shift_break drop constraint shift_break_kind_known;
alter table shift_break add constraint shift_break_kind_known check (kind in ('meal', 'rest', 'personal'));
