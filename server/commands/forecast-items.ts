/** The intervals of a forecast, as the command `forecast` printed it, as requests of `staff`. */
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'
import { checkedItem, type StaffItem } from './staff-item.ts'

/** Other queues than those named in the settings. */
const EVERY_OTHER = '*'

const ForecastFile = Compile(
  Type.Object({
    series: Type.Array(
      Type.Object({
        queue: Type.String(),
        interval_minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
        points: Type.Array(
          Type.Object({
            start: Type.String(),
            volume: Type.Object({ mean: Type.Number({ minimum: 0 }) }),
            aht_seconds: Type.Object({ mean: Type.Union([Type.Number(), Type.Null()]) }),
          }),
        ),
      }),
    ),
  }),
)

/** By queue, or `*` for the rest: what a request has beside its volume. Checked with each request. */
const SettingsFile = Compile(
  Type.Record(
    Type.String(),
    Type.Object(
      {
        model: Type.Optional(Type.Unknown()),
        targets: Type.Unknown(),
        aht_seconds: Type.Optional(Type.Unknown()),
        patience_seconds: Type.Optional(Type.Unknown()),
        shrinkage: Type.Optional(Type.Unknown()),
      },
      { additionalProperties: false },
    ),
  ),
)
type Settings = Static<ReturnType<typeof SettingsFile.Type>>[string]

/** One request, and which interval of the forecast it is. */
export interface ForecastItem {
  readonly queue: string
  readonly start: string
  readonly item: StaffItem
}

/**
 * One request for each queue and interval. The settings' AHT stands where the forecast has none.
 *
 * @throws {InputError} that names the queue, the interval, the field and the rule
 */
export function forecastItems(forecast: unknown, settings: unknown): readonly ForecastItem[] {
  const { series } = checkedInput(ForecastFile, forecast, 'the forecast')
  const byQueue = checkedInput(SettingsFile, settings, 'the settings')
  return series.flatMap(({ queue, interval_minutes, points }) => {
    const own = byQueue[queue] ?? byQueue[EVERY_OTHER]
    if (own === undefined) {
      throw new InputError(`the settings: ${queue}: is required (or "*" for every other queue)`)
    }
    return points.map(({ start, volume, aht_seconds }, index) => {
      const request = {
        ...requestOf(own, aht_seconds.mean),
        id: `${queue} ${start}`,
        contacts: volume.mean,
        interval_seconds: interval_minutes * 60,
      }
      return { queue, start, item: checkedItem(request, index) }
    })
  })
}

function requestOf(settings: Settings, forecastAhtSeconds: number | null): object {
  const model = settings.patience_seconds === undefined ? 'erlang_c' : 'erlang_a'
  return {
    model,
    ...settings,
    ...(forecastAhtSeconds === null ? {} : { aht_seconds: forecastAhtSeconds }),
  }
}
