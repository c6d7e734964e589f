import type { Grid } from './shift-edit.ts'

/** What changes for people from one version of a week to another. */
export interface VersionDifference {
  /** People with at least one shift that is not the same. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly addedShifts: number
  readonly removedShifts: number
  /** Agent-hours that are missing, in this version and in the other. */
  readonly shortHours: { readonly here: number; readonly there: number }
  readonly violations: { readonly here: number; readonly there: number }
}

/** A shift is the same when its person, start and shape are. */
export function versionDifference(here: Grid, there: Grid): VersionDifference {
  const [mine, other] = [places(here), places(there)]
  const added = [...mine.keys()].filter((place) => !other.has(place))
  const removed = [...other.keys()].filter((place) => !mine.has(place))
  const changed = new Set([
    ...added.map((place) => mine.get(place)),
    ...removed.map((place) => other.get(place)),
  ])
  const names = new Map([...there.operators, ...here.operators].map(({ id, name }) => [id, name]))
  return {
    people: [...changed].flatMap((id) => {
      const name = id === undefined ? undefined : names.get(id)
      return id === undefined || name === undefined ? [] : [{ id, name }]
    }),
    addedShifts: added.length,
    removedShifts: removed.length,
    shortHours: { here: shortHours(here), there: shortHours(there) },
    violations: { here: here.violations.length, there: there.violations.length },
  }
}

/** Each shift by what it is, with its person. */
function places({ shifts }: Grid): Map<string, string> {
  return new Map(
    shifts.map(({ operatorId, startsAt, shape }) => [
      `${operatorId} ${Date.parse(startsAt)} ${shape}`,
      operatorId,
    ]),
  )
}

function shortHours({ coverage }: Grid): number {
  const agents = coverage.shortage.reduce((sum, missing) => sum + missing, 0)
  return (agents * coverage.intervalMinutes) / 60
}
