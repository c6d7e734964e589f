import type { FastifyInstance } from 'fastify'

import { ProblemError } from './problem.ts'

/** Refuses what no database can keep as text, naming its place, before a route meets it. */
export function registerReadableText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    for (const [name, value] of Object.entries({ params, querystring: query, body })) {
      const pointer = findUnreadable(value, name)
      if (pointer === undefined) continue
      throw new ProblemError('text-unreadable', { values: { pointer } })
    }
  })
}

/**
 * The place of the first text with a zero character, or with half of a character that takes two.
 *
 * @param pointer of the value itself
 */
export function findUnreadable(value: unknown, pointer: string): string | undefined {
  if (typeof value === 'string') return isReadable(value) ? undefined : pointer
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined
  for (const [key, inner] of Object.entries(value)) {
    if (!isReadable(key)) return pointer
    const found = findUnreadable(inner, `${pointer}/${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function isReadable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
