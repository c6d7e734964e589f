-- The catalogue of п. 19 and 20 with its anchors, position profiles of п. 16, and who answers for the six
-- functions of п. 17.

alter table competence add column archived_at timestamptz;

-- What somebody does at a level, so that two assessors mean the same by it.
create table competence_anchor (
  center_id     uuid not null,
  competence_id uuid not null,
  level         integer not null,
  text          jsonb not null,
  constraint competence_anchor_pkey primary key (center_id, competence_id, level),
  constraint competence_anchor_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id) on delete cascade,
  constraint competence_anchor_level_in_range check (level between 0 and 5),
  constraint competence_anchor_text_in_three_languages check (is_text_in_three_languages(text))
);
call fence_table('competence_anchor', true);

-- function: one of the six of п. 17, where the position serves one; others than operators have profiles too.
create table position_profile (
  center_id uuid not null,
  id        uuid not null default gen_random_uuid(),
  code      text not null,
  name      jsonb not null,
  function  text,
  duties    text not null default '',
  version   integer not null default 1,
  constraint position_profile_pkey primary key (center_id, id),
  constraint position_profile_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint position_profile_code_unique unique (center_id, code),
  constraint position_profile_name_in_three_languages check (is_text_in_three_languages(name)),
  constraint position_profile_function_known check (function in ('17.1', '17.2', '17.3', '17.4', '17.5', '17.6'))
);
call fence_table('position_profile', true);

create table profile_competence (
  center_id     uuid not null,
  profile_id    uuid not null,
  competence_id uuid not null,
  min_level     integer not null,
  constraint profile_competence_pkey primary key (center_id, profile_id, competence_id),
  constraint profile_competence_profile_fkey foreign key (center_id, profile_id) references position_profile (center_id, id) on delete cascade,
  constraint profile_competence_competence_fkey foreign key (center_id, competence_id) references competence (center_id, id) on delete cascade,
  constraint profile_competence_level_in_range check (min_level between 0 and 5)
);
call fence_table('profile_competence', true);

-- read_version: the version of the profile that the holder has confirmed to have read.
create table profile_holder (
  center_id    uuid not null,
  profile_id   uuid not null,
  operator_id  uuid not null,
  since        date not null,
  read_version integer,
  read_at      timestamptz,
  constraint profile_holder_pkey primary key (center_id, profile_id, operator_id),
  constraint profile_holder_profile_fkey foreign key (center_id, profile_id) references position_profile (center_id, id) on delete cascade,
  constraint profile_holder_operator_fkey foreign key (center_id, operator_id) references operator (center_id, id) on delete cascade,
  constraint profile_holder_reading_whole check ((read_version is null) = (read_at is null))
);
call fence_table('profile_holder', true);

-- Centres that were made before the catalogue was built in get what they lack of it.
insert into competence (center_id, code, kind, paragraph, name)
select center.id, built_in.code, built_in.kind, built_in.code, built_in.name::jsonb
  from center cross join (values
    ('19.1', 'general', '{"kk":"клиентке бағдарлану","ru":"клиентоориентированность","en":"customer focus"}'),
    ('19.2', 'general', '{"kk":"тыңдай білу","ru":"умение слушать","en":"listening skills"}'),
    ('19.3', 'general', '{"kk":"әртүрлі жағдайлармен және әртүрлі клиенттермен жұмыс істеу кезіндегі икемділік","ru":"гибкость при работе с различными ситуациями и разными клиентами","en":"flexibility"}'),
    ('19.4', 'general', '{"kk":"проблемаларды шешу дағдылары","ru":"навыки решения проблем","en":"problem solving"}'),
    ('19.5', 'general', '{"kk":"іскерлік хат жазу дағдылары","ru":"навыки делового письма","en":"business writing"}'),
    ('19.6', 'general', '{"kk":"қарсылықтармен, жанжалдармен жұмыс істеу дағдылары","ru":"навыки работы с возражениями, конфликтами","en":"handling objections and conflicts"}'),
    ('19.7', 'general', '{"kk":"клиенттің құқықтары мен деректерді қорғауды қоса алғанда, тиісті заңнама мен қағидаларды білу","ru":"знание соответствующего законодательства и правил, включая права клиента и защиту данных","en":"knowledge of law, client rights and data protection"}'),
    ('19.8', 'general', '{"kk":"байланыс орталығының қызметтер ұсынуына байланысты пәндік саладағы сараптамалық білім","ru":"экспертные знания в предметной области, связанные с предложением услуг контакт-центра","en":"subject expertise"}'),
    ('20.1', 'technical', '{"kk":"жүйелерді білу және техникалық білім","ru":"знание систем и технические знания","en":"system and technical knowledge"}'),
    ('20.2', 'technical', '{"kk":"деректерді жинау дағдылары","ru":"навыки сбора данных","en":"data capture skills"}'),
    ('20.3', 'technical', '{"kk":"байланыс орталығының мамандандырылған процестеріне байланысты білім мен дағдылар","ru":"знания и навыки, связанные со специализированными процессами контакт-центра","en":"knowledge of specialised processes"}')
  ) as built_in (code, kind, name)
    on conflict on constraint competence_code_unique do nothing;
