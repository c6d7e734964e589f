-- Contacts of a queue by local day and by what they were, as imports count them: a language, or a topic.
-- An empty name: contacts of which the file does not say it. A layer that is withdrawn takes its counts
-- with it; where two layers count one day of a queue, the later one is believed.
create table contact_trait (
  center_id uuid not null,
  queue_id  uuid not null,
  layer     integer not null,
  day       date not null,
  trait     text not null,
  name      text not null,
  contacts  integer not null,
  constraint contact_trait_pkey primary key (center_id, queue_id, trait, day, layer, name),
  constraint contact_trait_queue_fkey foreign key (center_id, queue_id) references queue (center_id, id) on delete cascade,
  constraint contact_trait_layer_fkey foreign key (center_id, layer) references history_import (center_id, layer) on delete cascade,
  constraint contact_trait_known check (trait in ('language', 'topic')),
  constraint contact_trait_name_short check (length(name) <= 120),
  constraint contact_trait_contacts_positive check (contacts > 0)
);
create index contact_trait_layer on contact_trait (center_id, layer);
call fence_table('contact_trait', false);
