import type { ReactElement } from 'react'

import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ForecastMark } from './forecast-model.ts'

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
}

export function ForecastLegend({ kinds, unit }: ForecastLegendProps): ReactElement {
  const t = useTranslate()
  return (
    <ul className={styles['legend']}>
      <li className={styles['unit']}>{unit}</li>
      <li data-sample="forecast">{t('forecast.mean')}</li>
      <li data-sample="band">{t('forecast.band')}</li>
      <li data-sample="actual">{t('forecast.actual')}</li>
      {[...kinds].map((kind) => (
        <li key={kind} data-sample={kind}>
          {t(MARK_LABELS[kind])}
        </li>
      ))}
    </ul>
  )
}
