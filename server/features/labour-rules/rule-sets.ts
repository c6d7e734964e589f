interface Version {
  readonly code: string
  readonly version: number
  readonly valid_from: string | null
}

/** The rules that count in a period, by its first day: of each the highest version that is valid by then. */
export function ruleSetOn<One extends Version>(versions: readonly One[], date: string): One[] {
  const byCode = new Map<string, One>()
  for (const one of versions) {
    const before = byCode.get(one.code)
    const isValid = one.valid_from === null || one.valid_from <= date
    if (isValid && (before === undefined || before.version < one.version)) byCode.set(one.code, one)
  }
  return [...byCode.values()]
}

/** The first days from a day on at which the set changes, the day itself first. */
export function changeDays(versions: readonly Version[], date: string): string[] {
  const later = versions.flatMap(({ valid_from: from }) =>
    from !== null && from > date ? [from] : [],
  )
  return [...new Set([date, ...later])].toSorted()
}

/** What counts on a day, and what will from each later day on which a version begins. */
export function ruleSetsAhead<One extends Version>(
  versions: readonly One[],
  date: string,
): One[][] {
  return changeDays(versions, date).map((day) => ruleSetOn(versions, day))
}
