import type { NrpInstance } from './nrp-instance.ts'
import { OFF } from './nrp-instance.ts'

/** Which wants of the cover a shift on a day serves, by `day × S + shift`. */
export type CoverRows = readonly (readonly number[])[]

export function coverRows({ cover, days, shifts }: NrpInstance): CoverRows {
  const rows: number[][] = Array.from({ length: days * shifts.length }, () => [])
  cover.forEach(({ day, shift }, index) => rows[day * shifts.length + shift]?.push(index))
  return rows
}

/** The wants of the cover that a person's row serves. */
export function servedBy(rows: CoverRows, row: Int8Array, shifts: number): number[] {
  const served: number[] = []
  row.forEach((shift, day) => {
    if (shift !== OFF) served.push(...(rows[day * shifts + shift] ?? []))
  })
  return served
}
