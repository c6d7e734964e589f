import type { CompiledCentre } from './compiled-centre.ts'

/** Numbers the people of groups with desks, behind the groups. */
export function deskCodes({ most, hasDesk }: CompiledCentre): {
  readonly first: readonly number[]
  readonly groupOf: Int32Array
} {
  let next = most.length
  const first = most.map((people, group) => {
    const code = next
    if (hasDesk[group] === true) next += people
    return code
  })
  const groupOf = new Int32Array(next)
  first.forEach((code, group) => {
    if (hasDesk[group] === true) groupOf.fill(group, code, code + (most[group] ?? 0))
  })
  return { first, groupOf }
}
