-- What each user looks at on the supervisor's board, the same on every screen that they sign in to. No standing
-- shows everybody; no team, every team.

create table board_filter (
  center_id uuid not null,
  user_id   uuid not null,
  standings text[] not null,
  team_id   uuid,
  constraint board_filter_pkey primary key (center_id, user_id),
  constraint board_filter_center_fkey foreign key (center_id) references center (id) on delete cascade,
  constraint board_filter_user_fkey foreign key (center_id, user_id) references users (center_id, id) on delete cascade,
  constraint board_filter_team_fkey foreign key (center_id, team_id) references team (center_id, id) on delete set null (team_id),
  constraint board_filter_standings_known check (standings <@ array['out', 'unknown', 'neutral', 'in', 'off'])
);
call fence_table('board_filter', false);
