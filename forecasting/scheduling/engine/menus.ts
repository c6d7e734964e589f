import { breakWindows, breaksFit } from '../break-windows.ts'
import type { Contract, Instance, Operator, Shape } from '../instance.ts'
import { MINUTES_PER_DAY, periodMaximumOf } from '../instance.ts'
import { nightMinutes } from '../night-minutes.ts'
import { shapeFaults } from '../shape-faults.ts'

/**
 * What an operator may be given on one day, as far as that does not depend on the rest of the plan.
 *
 * Most cells of an instance have the same menu, so menus are shared.
 */
export interface Menu {
  /** Indexes of the shapes that have at least one start. */
  readonly shapes: Int32Array
  /** Starts as minutes of the day, ascending, one list for each entry of `shapes`. */
  readonly starts: readonly Int32Array[]
}

export interface Menus {
  readonly list: readonly Menu[]
  /** Index into `list` by `operator × days + day`. */
  readonly ofCell: Int32Array
}

/** The menus of every cell, with night bans, leave, absences, history and maxima applied. */
export function menus(instance: Instance): Menus {
  const byKey = new Map<string, number>()
  const list: Menu[] = []
  const ofCell = new Int32Array(instance.operators.length * instance.days)
  const contracts = new Map(instance.contracts.map((contract) => [contract.id, contract]))
  const possibleStarts = instance.shapes.map((shape) => startsOfShape(shape, instance))
  instance.operators.forEach((operator, o) => {
    const contract = contracts.get(operator.contract)
    if (contract === undefined) throw new RangeError(`contract ${operator.contract} is unknown`)
    for (let day = 0; day < instance.days; day++) {
      const options = instance.shapes
        .map((shape, index) => ({
          index,
          starts: isOffered(shape, operator, contract)
            ? (possibleStarts[index] ?? []).filter((start) =>
                isFree({ operator, contract, instance }, shape, day * MINUTES_PER_DAY + start),
              )
            : [],
        }))
        .filter(({ starts }) => starts.length > 0)
      const key = JSON.stringify(options)
      let menu = byKey.get(key)
      if (menu === undefined) {
        menu = list.length
        byKey.set(key, menu)
        list.push({
          shapes: Int32Array.from(options, ({ index }) => index),
          starts: options.map(({ starts }) => Int32Array.from(starts)),
        })
      }
      ofCell[o * instance.days + day] = menu
    }
  })
  return { list, ofCell }
}

function startsOfShape(shape: Shape, instance: Instance): number[] {
  const starts: number[] = []
  if (shapeFaults(shape, instance.rules).length > 0) return starts
  const windows = breakWindows(shape, instance.rules)
  const last = Math.min(shape.startToMin, MINUTES_PER_DAY - 1)
  for (let start = shape.startFromMin; start <= last; start += shape.startStepMin) {
    if (breaksFit(start, windows, instance.rules)) starts.push(start)
  }
  return starts
}

function isOffered(shape: Shape, operator: Operator, contract: Contract): boolean {
  const most = Math.min(
    contract.dayMaxPaidMin,
    contract.weekMaxPaidMin,
    periodMaximumOf(operator, contract),
  )
  return contract.shapes.includes(shape.id) && shape.paidMin <= most
}

function isFree(
  person: { operator: Operator; contract: Contract; instance: Instance },
  shape: Shape,
  startMin: number,
): boolean {
  const { operator, contract, instance } = person
  const endMin = startMin + shape.spanMin
  if (startMin < operator.history.lastShiftEnd + contract.minRestMin) return false
  if (operator.nightBan && nightMinutes(startMin, endMin, instance.rules) > 0) return false
  const touches = (fromMin: number, toMin: number): boolean => startMin < toMin && endMin > fromMin
  return !(
    operator.leaveDays.some((day) => touches(day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY)) ||
    operator.unavailable.some(([fromMin, toMin]) => touches(fromMin, toMin))
  )
}
