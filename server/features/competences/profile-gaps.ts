import { type FunctionCover, FUNCTIONS, type Profile } from './profiles.schema.ts'

/**
 * What somebody lacks of a profile.
 *
 * @param levels those that are valid on the day of asking, by competence
 */
export function profileGaps(
  needs: Profile['competences'],
  levels: ReadonlyMap<string, number>,
): Profile['holders'][number]['gaps'] {
  return needs.flatMap(({ code, minLevel }) => {
    const level = levels.get(code) ?? null
    return level !== null && level >= minLevel ? [] : [{ code, minLevel, level }]
  })
}

/** Who answers for each of the six functions of п. 17; one that nobody competent holds is uncovered. */
export function functionCover(profiles: readonly Profile[]): FunctionCover[] {
  return FUNCTIONS.map((one) => {
    const holders = profiles
      .filter((profile) => profile.function === one)
      .flatMap((profile) =>
        profile.holders.map(({ fullName, gaps }) => ({
          fullName,
          profileCode: profile.code,
          competent: gaps.length === 0,
        })),
      )
    return { function: one, holders, covered: holders.some(({ competent }) => competent) }
  })
}
