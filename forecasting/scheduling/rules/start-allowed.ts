import { dayOf, type Rule } from './rule.ts'

/** A shift starts inside the plan, at a time of day that its shape allows. */
export const startAllowed: Rule = {
  code: 'R02',
  legalSource: null,
  check: ({ instance, operator, shapes, shifts }) =>
    shifts.flatMap((shift) => {
      const shape = shapes.get(shift.shape)
      if (shape === undefined) return []
      const day = dayOf(shift)
      const minute = shift.start - day * 1440
      const inside = day >= 0 && day < instance.days
      const allowed =
        minute >= shape.startFromMin &&
        minute <= shape.startToMin &&
        (minute - shape.startFromMin) % shape.startStepMin === 0
      if (inside && allowed) return []
      const values = { shape: shape.id, minute }
      return [{ code: 'R02', op: operator.id, atMinutes: shift.start, values }]
    }),
}
