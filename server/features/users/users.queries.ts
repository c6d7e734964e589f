import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** Remembers the language that somebody reads. */
export async function updateLanguage(db: Db, userId: string, language: Language): Promise<void> {
  await db
    .updateTable('users')
    .set({ language, updated_at: new Date() })
    .where('id', '=', userId)
    .execute()
}
