-- The load that an interval was staffed to, and what doubt about the volume would ask for.
alter table requirement_point
  add column contacts_in_hand double precision,
  add column agents_50 integer,
  add column agents_75 integer,
  add column agents_90 integer,
  add column asa_chance double precision,
  add constraint requirement_point_asa_chance_is_ratio check (asa_chance between 0 and 1);
