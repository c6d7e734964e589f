import type { components, operations } from '../../api/schema.d.ts'

/** A day that law or an order makes unlike others. */
export type CalendarDay = components['schemas']['CalendarDay']

/** A rest day that an order moves. */
export type MovedDay = operations['moveRestDay']['requestBody']['content']['application/json']
