import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, inNewCenter, type Scope } from '#server/platform/db/scope.ts'
import { insertEmptyCentre, settleCentre } from '#server/sample/empty-centre.ts'

/** A centre as a company begins with it: contracts, shifts and competences, and no people yet. */
export async function ownCentre({ db }: Connection): Promise<Scope> {
  return (await inNewCenter(
    db,
    (tx) =>
      insertEmptyCentre(tx, {
        code: 'own',
        name: { kk: 'А', ru: 'Б', en: 'C' },
        timezone: 'Asia/Almaty',
      }),
    async (tx, own) => {
      await settleCentre(tx, own, { email: 'admin@centre.example', language: 'ru' })
      return own
    },
  )) as Scope
}

/** People who may sign in; as addresses, their ids. */
export async function addUsers(
  { db }: Connection,
  scope: Scope,
  users: readonly {
    readonly id: string
    readonly name: string
    readonly roles: string
    readonly disabled_at?: Date
  }[],
): Promise<void> {
  await inCenter(db, scope, (tx) =>
    tx
      .insertInto('users')
      .values(
        users.map((user) => ({
          ...user,
          center_id: scope.centerId,
          email: `${user.id}@x.example`,
        })),
      )
      .execute(),
  )
}
