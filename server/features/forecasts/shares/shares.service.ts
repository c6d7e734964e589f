import { addDays, type LocalDate, localDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import { type ContactShares, contactShares } from '#forecasting/volume/contact-shares.ts'
import { partsOfDay } from '#forecasting/volume/share-bands.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../../centers/centers.service.ts'
import { readTraits, type TraitDays } from '../../imports/traits.service.ts'
import { readForecastDays } from '../explanation/explanation.queries.ts'
import { readAdjusted, requireForecast } from '../forecasts.service.ts'
import { sumsByDay } from '../outlook/day-sums.ts'
import { adjustedQuantiles } from '../overrides/apply-overrides.ts'
import type { ForecastShares, TraitShares } from './shares.schema.ts'

/** Older days weigh less than a four-hundredth. */
const LEARNING_DAYS = 364

interface ToldDay {
  readonly date: LocalDate
  readonly mean: number
  readonly quantiles: readonly number[]
}

/**
 * A queue's forecast by language and by topic. It learns from the days before the forecast's first, so a
 * version says the same for as long as those imports stay.
 *
 * @throws {ProblemError} `forecast-unknown`, `queue-unknown`, `explanation-missing` for a version that keeps no days
 */
export async function forecastShares(
  db: Db,
  forecastId: string,
  queueId: QueueId,
): Promise<ForecastShares> {
  const forecast = await requireForecast(db, forecastId)
  const { timezone, queues } = await readCenterSettings(db)
  const queue = queues.find(({ id }) => id === queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const before = localDate(forecast.from_date)
  const days = await toldDays(db, { forecastId, queueId, timezone })
  const traits = await readTraits(db, queueId, {
    from: addDays(before, -LEARNING_DAYS),
    to: before,
  })
  const of = (told: TraitDays): TraitShares => presentTrait(told, { before, days })
  const language = of(traits.language)
  return {
    language:
      language.kind === 'not_told' && queue.language !== null
        ? ofOneLanguage(queue.language, days)
        : language,
    topic: of(traits.topic),
  }
}

/** The forecast's days after the planner's changes. */
async function toldDays(
  db: Db,
  asked: { readonly forecastId: string; readonly queueId: QueueId; readonly timezone: string },
): Promise<readonly ToldDay[]> {
  const { forecastId, queueId, timezone } = asked
  const rows = await readForecastDays(db, forecastId, queueId)
  if (rows.length === 0) throw new ProblemError('explanation-missing')
  const points = (await readAdjusted(db, forecastId, queueId)).get(queueId) ?? []
  const adjusted = sumsByDay(
    points.map(({ startMs, adjusted: volume }) => ({ startMs, volume })),
    timezone,
  )
  return rows.map(({ day, volume, quantiles }) => {
    const date = localDate(day)
    const mean = adjusted.get(date) ?? volume
    return { date, mean, quantiles: adjustedQuantiles(quantiles, volume, mean) }
  })
}

function presentTrait(
  { days: counted, toldShare }: TraitDays,
  asked: { readonly before: LocalDate; readonly days: readonly ToldDay[] },
): TraitShares {
  const [first, last] = [counted[0], counted.at(-1)]
  if (toldShare === null || first === undefined || last === undefined) return NOT_TOLD
  const shares = contactShares(counted, asked.before)
  const known = {
    toldShare,
    learnedFrom: { from: first.date, to: last.date, days: shares.days },
  }
  if (shares.kind === 'too_few_days') return { ...NOT_TOLD, kind: 'too_few_days', ...known }
  return { kind: 'estimated', ...known, ...presentShares(shares, asked.days) }
}

const NOT_TOLD: TraitShares = {
  kind: 'not_told',
  toldShare: null,
  learnedFrom: null,
  names: [],
  days: [],
}

/** A queue that the settings give one language needs no counting. */
function ofOneLanguage(language: string, days: readonly ToldDay[]): TraitShares {
  const shares = {
    names: [language],
    byWeekday: Array.from({ length: 7 }, () => Float64Array.of(1)),
    evidence: new Float64Array(7),
    overdispersion: 0,
  }
  return { ...NOT_TOLD, kind: 'one_language', ...presentShares(shares, days) }
}

function presentShares(
  shares: Omit<ContactShares, 'kind' | 'days'>,
  days: readonly ToldDay[],
): Pick<TraitShares, 'names' | 'days'> {
  return {
    names: [...shares.names],
    days: days.map(({ date, ...volume }) => ({
      date,
      parts: partsOfDay(shares, weekdayOf(date), volume).map((part) => ({
        share: presentBand(part.share, part.shareQuantiles),
        contacts: presentBand(part.contacts, part.contactsQuantiles),
      })),
    })),
  }
}

function presentBand(mean: number, quantiles: readonly number[]) {
  const at = (index: number): number => quantiles[index] ?? mean
  return { mean, low: at(2), high: at(6), low95: at(0), high95: at(8) }
}
