import type { Grid, Shift } from '../shift/shift-edit.ts'

/** What changes for people from one version of a week to another. */
export interface VersionDifference {
  /** People with at least one shift that is not the same, by name. */
  readonly people: readonly PersonDifference[]
  /** Agent-hours that are missing, in this version and in the other. */
  readonly shortHours: { readonly here: number; readonly there: number }
  readonly paidHours: { readonly here: number; readonly there: number }
  readonly violations: { readonly here: number; readonly there: number }
}

export interface PersonDifference {
  readonly id: string
  readonly name: string
  /** Shifts of the other version that this one does not have, in order of time. */
  readonly gone: readonly Shift[]
  /** Shifts of this version that the other does not have. */
  readonly come: readonly Shift[]
}

/** A shift is the same when its person, start and shape are, and the place that somebody has set for it. */
export function versionDifference(here: Grid, there: Grid): VersionDifference {
  const come = byPerson(without(here, there))
  const gone = byPerson(without(there, here))
  const names = new Map([...there.operators, ...here.operators].map(({ id, name }) => [id, name]))
  const changed = [...new Set([...come.keys(), ...gone.keys()])]
  return {
    people: changed
      .map((id) => ({
        id,
        name: names.get(id) ?? '',
        gone: gone.get(id) ?? [],
        come: come.get(id) ?? [],
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'kk')),
    shortHours: { here: shortHours(here), there: shortHours(there) },
    paidHours: { here: paidHours(here), there: paidHours(there) },
    violations: { here: here.violations.length, there: there.violations.length },
  }
}

function without({ shifts }: Grid, others: Grid): Shift[] {
  const places = new Set(others.shifts.map(placeOf))
  return shifts.filter((shift) => !places.has(placeOf(shift)))
}

const placeOf = ({ operatorId, startsAt, shape, workPlace }: Shift): string =>
  `${operatorId} ${Date.parse(startsAt)} ${shape} ${workPlace}`

function byPerson(shifts: readonly Shift[]): Map<string, Shift[]> {
  const inOrder = shifts.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return Map.groupBy(inOrder, ({ operatorId }) => operatorId)
}

function shortHours({ coverage }: Grid): number {
  const agents = coverage.shortage.reduce((sum, missing) => sum + missing, 0)
  return (agents * coverage.intervalMinutes) / 60
}

function paidHours({ operators }: Grid): number {
  return operators.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0) / 60
}
