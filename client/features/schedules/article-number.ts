/**
 * `75(10)` of `75(10), added by Law 277-VIII`: an article as people name it, without what the rule set tells
 * of its history.
 *
 * @returns null where the text names no article
 */
export function articleNumber(article: string): string | null {
  const [number] = /^\d[\d()., -]*/u.exec(article) ?? []
  return number?.replace(/[., -]+$/u, '') ?? null
}
