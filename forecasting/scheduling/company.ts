import { type Menu, menus } from './engine/menus.ts'
import { type Instance, MINUTES_PER_DAY } from './instance.ts'

/**
 * Whether two people can be on shift together for as long as is asked. `no_shift`: the first has no day to
 * work; `away`: the other has none; `apart`: no shift of the first has the other beside it long enough.
 */
export type Company = 'possible' | 'no_shift' | 'away' | 'apart'

/** Minutes of the horizon, `[fromMin, toMin)`. */
interface Span {
  readonly fromMin: number
  readonly toMin: number
}

/**
 * Looks through every shift that either could be given by contract, leave, absences and bans, whatever else
 * is planned: what is not possible here, no search finds.
 *
 * @param pair ids of the instance's operators
 * @param minOverlapMin least minutes together; a shorter shift must be covered whole
 * @throws {RangeError} if the instance has no such operator
 */
export function companyOf(
  instance: Instance,
  { op, other }: { readonly op: string; readonly other: string },
  minOverlapMin: number,
): Company {
  const [own, beside] = [op, other].map((id) => spansOf(instance, id))
  if (own === undefined || beside === undefined || own.length === 0) return 'no_shift'
  if (beside.length === 0) return 'away'
  const isTogether = own.some(({ fromMin, toMin }) => {
    const needed = Math.min(minOverlapMin, toMin - fromMin)
    return beside.some(
      (one) => Math.min(toMin, one.toMin) - Math.max(fromMin, one.fromMin) >= needed,
    )
  })
  return isTogether ? 'possible' : 'apart'
}

/** Every shift that somebody could be given, alone. */
function spansOf(instance: Instance, id: string): Span[] {
  const operators = instance.operators.filter((one) => one.id === id)
  if (operators.length === 0) throw new RangeError(`operator ${id} is unknown`)
  const { list, ofCell } = menus({ ...instance, operators })
  return [...ofCell].flatMap((index, day) => shiftsOf(list[index], day, instance))
}

function shiftsOf(menu: Menu | undefined, day: number, { shapes }: Instance): Span[] {
  if (menu === undefined) return []
  return [...menu.shapes].flatMap((shape, at) => {
    const spanMin = shapes[shape]?.spanMin ?? 0
    return [...(menu.starts[at] ?? [])].map((start) => {
      const fromMin = day * MINUTES_PER_DAY + start
      return { fromMin, toMin: fromMin + spanMin }
    })
  })
}
