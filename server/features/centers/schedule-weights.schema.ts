import { type Static, Type } from 'typebox'

const price = (minimum: number, maximum: number, description: string) =>
  Type.Number({ minimum, maximum, description })

/** What a schedule is made cheap by, in hours of pay; an hour of pay itself is 1. */
const PRICES = {
  critShare: price(0, 1, 'Share of the requirement below which a shortage is grave'),
  underCrit: price(1, 50, 'An agent-hour of grave shortage'),
  underRest: price(1, 50, 'An agent-hour of any other shortage; not above a grave one'),
  idle: price(0, 10, 'An agent-hour more than required'),
  nightPremium: price(0, 5, 'Added to an hour at night'),
  shortfall: price(0, 20, 'An hour that somebody is given less than they are owed'),
  fairNight: price(0, 20, 'Nights that people alike have unequally, by the square'),
  fairWeekend: price(0, 20, 'Weekend shifts that people alike have unequally, by the square'),
  startVarPerHour: price(0, 5, 'An hour by which a start differs from that of the day before'),
  startVarFreeMin: Type.Integer({
    minimum: 0,
    maximum: 720,
    description: 'Minutes by which a start may differ free of charge',
  }),
}

const USUAL = {
  critShare: 0.8,
  underCrit: 6,
  underRest: 3,
  idle: 0.5,
  nightPremium: 0.2,
  shortfall: 2,
  fairNight: 0.5,
  fairWeekend: 0.5,
  startVarPerHour: 0.1,
  startVarFreeMin: 60,
}

export const NewScheduleWeights = Type.Object(PRICES, {
  additionalProperties: false,
  examples: [USUAL],
})
export type NewScheduleWeights = Static<typeof NewScheduleWeights>

/** What a centre's schedules are made cheap by, and what every centre begins with. */
export const ScheduleWeights = Type.Object(
  { weights: Type.Object(PRICES), usual: Type.Object(PRICES) },
  { $id: 'ScheduleWeights', examples: [{ weights: { ...USUAL, underCrit: 8 }, usual: USUAL }] },
)
export type ScheduleWeights = Static<typeof ScheduleWeights>
