import type { ReactElement } from 'react'

import { VersionTable } from '../../components/version-table/version-table.tsx'
import { fromLocalInput } from '../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import { instantsOf } from '../../lib/planning-week.ts'
import { AccuracySection } from './accuracy/accuracy-section.tsx'
import { OutlookSection } from './outlook/outlook-section.tsx'
import { OverrideList } from './override/override-list.tsx'
import { SharesSection } from './shares/shares-section.tsx'
import type { useForecastView } from './use-forecast-view.ts'
import type { ForecastVersion, useForecastVersions } from './versions/use-forecast-versions.ts'
import { WhySection } from './why/why-section.tsx'

import styles from './forecast-view.module.css'

interface ForecastSectionsProps {
  readonly view: ReturnType<typeof useForecastView>
  readonly versions: ReturnType<typeof useForecastVersions>
  readonly isReadOnly: boolean
}

/** The evidence below the picture: what people changed, what was left out, and every version. */
export function ForecastSections(props: ForecastSectionsProps): ReactElement {
  const { view, versions, isReadOnly } = props
  const t = useTranslate()
  const timeZone = useTimeZone()
  const { overrides } = view
  const rows = versions.versions.map((version) => ({
    version: version.version,
    ...spanOf(version, timeZone),
    madeBy: version.madeBy,
    madeAtMs: Date.parse(version.madeAt),
    engine: version.engineVersion,
    source: version.dataHash,
    staleBecause: version.stale ? [t('forecast.stale.short')] : [],
  }))
  return (
    <>
      <WhySection forecastId={view.toolbar.shown.id} queueId={view.queue?.id} span={view.covered} />
      <SharesSection
        forecastId={view.toolbar.shown.id}
        queueId={view.queue?.id}
        span={view.covered}
      />
      <AccuracySection queueId={view.queue?.id} />
      <OutlookSection key={view.queue?.id} queueId={view.queue?.id} />
      <section className={styles['section']}>
        <h2 className={styles['title']}>{t('override.list')}</h2>
        <OverrideList
          overrides={overrides.overrides}
          queueName={view.queueName}
          isReadOnly={isReadOnly}
          switchingId={overrides.switchingId}
          onToggle={overrides.toggle}
        />
      </section>
      <Outliers dates={view.outliers} />
      <Decisions decisions={versions.shown?.decisions ?? []} queueId={view.queue?.id} />
      <section className={styles['section']}>
        <h2 className={styles['title']}>{t('version.list')}</h2>
        <VersionTable
          label={t('version.list')}
          sourceLabel={t('version.dataHash')}
          rows={rows}
          shown={view.toolbar.shown.version}
          onShow={(version) =>
            view.toolbar.onChange({
              version: version === versions.latest?.version ? undefined : version,
              week: undefined,
            })
          }
        />
      </section>
    </>
  )
}

function spanOf(
  version: ForecastVersion,
  timeZone: string,
): { readonly fromMs: number; readonly toMs: number } {
  const { startMs, endMs } = instantsOf(version, timeZone)
  return { fromMs: startMs, toMs: endMs }
}

/** Days of the history that were too strange to learn from: named, never silently dropped. */
function Outliers({ dates }: { readonly dates: readonly string[] }): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  if (dates.length === 0) return null
  const days = dates.toSorted().flatMap((date) => {
    const ms = fromLocalInput(`${date}T00:00`, timeZone)
    return ms === null ? [] : [format.fullDate(ms)]
  })
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('forecast.outliers', { count: days.length })}</h2>
      <p className={styles['note']}>{days.join(', ')}</p>
    </section>
  )
}

interface DecisionsProps {
  readonly decisions: ForecastVersion['decisions']
  readonly queueId: string | undefined
}

/** What a planner had decided about the history before this version: an input of it. */
function Decisions({ decisions, queueId }: DecisionsProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const own = decisions.filter((decision) => decision.queueId === queueId)
  if (own.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('forecast.decisions', { count: own.length })}</h2>
      <ul className={styles['plain']}>
        {own.map(({ id, from, to, finding, action, reason }) => (
          <li key={id}>
            {finding === 'shift'
              ? t(`quality.action.shift.${action === 'keep' ? 'keep' : 'drop'}`)
              : t(`quality.action.${action}`)}{' '}
            · {stretchText(Date.parse(from), Date.parse(to), format)} · {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
