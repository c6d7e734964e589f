import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { BAND_EDGES, type BandWidth, type ForecastPoint } from '../forecast-model.ts'

import styles from './forecast-chart.module.css'

interface PointCardProps {
  readonly point: ForecastPoint
  readonly band: BandWidth
  readonly version: number
  readonly previous: number | undefined
}

/** Why a point is where it is: its doubt, what a planner changed, and which version says so. */
export function PointCard({ point, band, version, previous }: PointCardProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { mean, engineMean, actual, handleSeconds, handleQuantiles } = point
  const [lowAt, highAt] = BAND_EDGES[band]
  const isChanged = mean !== engineMean
  return (
    <div className={styles['card']}>
      <strong>{format.weekdayRange(point.startMs, point.endMs)}</strong>
      <dl className={styles['facts']}>
        <Fact name={t('forecast.mean')} value={format.number(mean, 1)} />
        <Fact name={t('forecast.bandOf', { share: band })} value={edges(band)} />
        <Fact
          name={t('forecast.bandOf', { share: band === 80 ? 95 : 80 })}
          value={edges(band === 80 ? 95 : 80)}
        />
        <Fact name={t('forecast.median')} value={format.number(point.quantiles[4] ?? mean)} />
        {isChanged && <Fact name={t('forecast.engine')} value={format.number(engineMean, 1)} />}
        {actual !== null && <Fact name={t('forecast.actual')} value={format.number(actual)} />}
        {handleSeconds !== null && (
          <Fact
            name={t('forecast.handleTime')}
            value={
              handleQuantiles === null
                ? format.seconds(handleSeconds)
                : t('unit.secondsValue', {
                    value: format.withDoubt(
                      handleSeconds,
                      handleQuantiles[lowAt] ?? handleSeconds,
                      handleQuantiles[highAt] ?? handleSeconds,
                    ),
                  })
            }
          />
        )}
        {previous !== undefined && point.previous !== null && (
          <Fact
            name={t('version.number', { version: previous })}
            value={format.number(point.previous, 1)}
          />
        )}
      </dl>
      <span className={styles['source']}>{t('version.number', { version })}</span>
    </div>
  )

  function edges(width: BandWidth): string {
    const [lowAt, highAt] = BAND_EDGES[width]
    return `${format.number(point.quantiles[lowAt] ?? 0)}–${format.number(point.quantiles[highAt] ?? 0)}`
  }
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
