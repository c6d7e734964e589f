export const DELIMITERS = [',', ';', '\t'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/**
 * The delimiter of a file, from its first line: the candidate that stands there most often outside
 * quotes. A line with none of them has one column, and the comma is as good as any.
 */
export function detectDelimiter(firstLine: string): Delimiter {
  const outsideQuotes = firstLine.replace(/"[^"]*"/g, '')
  let best: Delimiter = ','
  let bestCount = 0
  for (const candidate of DELIMITERS) {
    const count = outsideQuotes.split(candidate).length - 1
    if (count > bestCount) {
      best = candidate
      bestCount = count
    }
  }
  return best
}
