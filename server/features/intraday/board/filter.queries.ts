import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'

import type { BoardFilter } from './filter.schema.ts'

/** What a user looked at last; everybody, if they have never chosen. */
export async function readBoardFilter(db: Db, userId: string): Promise<BoardFilter> {
  const row = await db
    .selectFrom('board_filter')
    .leftJoin('team', 'team.id', 'board_filter.team_id')
    .select(['board_filter.standings', 'team.code'])
    .where('board_filter.user_id', '=', userId)
    .executeTakeFirst()
  return { standings: [...(row?.standings ?? [])], team: row?.code ?? null }
}

/** @returns false if the centre has no such team */
export async function keepBoardFilter(
  db: Db,
  { id, centerId }: Pick<Actor, 'id' | 'centerId'>,
  { standings, team: code }: BoardFilter,
): Promise<boolean> {
  const team = await db
    .selectFrom('team')
    .select('id')
    .where('code', '=', code ?? '')
    .executeTakeFirst()
  if (code !== null && team === undefined) return false
  const shown = { standings, team_id: team?.id ?? null }
  await db
    .insertInto('board_filter')
    .values({ center_id: centerId, user_id: id, ...shown })
    .onConflict((on) => on.columns(['center_id', 'user_id']).doUpdateSet(shown))
    .execute()
  return true
}
