import type { ReactElement } from 'react'

import type { MessageKey } from '../../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { BandWidth, ForecastMark } from '../forecast-model.ts'

import styles from './forecast-chart.module.css'

export const MARK_LABELS: Readonly<Record<ForecastMark['kind'], MessageKey>> = {
  holiday: 'forecast.mark.holiday',
  event: 'forecast.mark.event',
  outlier: 'forecast.mark.outlier',
  override: 'forecast.mark.override',
}

interface ForecastLegendProps {
  /** Only the kinds of mark that are on the chart are explained. */
  readonly kinds: ReadonlySet<ForecastMark['kind']>
  /** What a number on the chart counts. */
  readonly unit: string
  readonly band: BandWidth
  /** Only the lines that are on the chart are explained. */
  readonly lines: {
    readonly actual: boolean
    /** By the engine alone. */
    readonly engine: boolean
    /** Number of the version that is compared. */
    readonly previous: number | undefined
  }
}

export function ForecastLegend({ kinds, unit, band, lines }: ForecastLegendProps): ReactElement {
  const t = useTranslate()
  return (
    <ul className={styles['legend']}>
      <li className={styles['unit']}>{unit}</li>
      <li data-sample="forecast">{t('forecast.mean')}</li>
      <li data-sample="band">{t('forecast.bandOf', { share: band })}</li>
      {lines.actual && <li data-sample="actual">{t('forecast.actual')}</li>}
      {lines.engine && <li data-sample="engine">{t('forecast.engine')}</li>}
      {lines.previous !== undefined && (
        <li data-sample="previous">{t('version.number', { version: lines.previous })}</li>
      )}
      {[...kinds].map((kind) => (
        <li key={kind} data-sample={kind}>
          {t(MARK_LABELS[kind])}
        </li>
      ))}
    </ul>
  )
}
