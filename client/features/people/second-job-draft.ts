/** Hours in another job as they are being written. */
export interface SecondJobDraft {
  readonly hours: number | string
  readonly from: string
  readonly to: string
}

export const HOURS_LEAST = 0.25
export const HOURS_MOST = 12

export const EMPTY_SECOND_JOB: SecondJobDraft = { hours: 4, from: '', to: '' }

/**
 * Hours of a day as the API takes them.
 *
 * @returns null when they are no quarters of an hour between a quarter and twelve hours
 */
export function minutesPerDay({ hours }: Pick<SecondJobDraft, 'hours'>): number | null {
  const minutes = hours === '' ? Number.NaN : Number(hours) * 60
  const isWithin = minutes >= HOURS_LEAST * 60 && minutes <= HOURS_MOST * 60
  return isWithin && minutes % 15 === 0 ? minutes : null
}
