-- How fast an agent works with 1, 2, … conversations, relative to one; null: the engine's own profile.
alter table queue add column chat_speeds double precision[];
-- What the array lacks is null, and a comparison with null refuses nothing.
alter table queue add constraint queue_chat_speeds_never_fall
  check (chat_speeds is null or (
    cardinality(chat_speeds) between 1 and 6 and chat_speeds[1] = 1
    and chat_speeds[2] >= chat_speeds[1] and chat_speeds[3] >= chat_speeds[2]
    and chat_speeds[4] >= chat_speeds[3] and chat_speeds[5] >= chat_speeds[4]
    and chat_speeds[6] >= chat_speeds[5]));
