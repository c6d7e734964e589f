import type { ReactElement } from 'react'

import { fromLocalInput } from '../../lib/centre-time.ts'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { Simulation, SimulationLine } from './simulation-model.ts'

import styles from './simulation.module.css'

interface SimulationNotesProps {
  readonly simulation: Simulation
  readonly line: SimulationLine | undefined
  readonly queues: readonly { readonly id: string; readonly name: string }[]
}

/** What the figures rest on, said once: promises, assumptions, half-year, source. */
export function SimulationNotes({ simulation, line, queues }: SimulationNotesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const words = { t, format }
  const nameOf = (id: string): string => queues.find((queue) => queue.id === id)?.name ?? ''
  const { halfYear, endlessPatience } = simulation
  return (
    <details className={styles['notes']}>
      <summary>{t('simulation.how')}</summary>
      <ul>
        {(line?.promises ?? []).map((promise) => (
          <li key={promise.queueId}>
            {nameOf(promise.queueId)}: {promiseText(promise, words)}
          </li>
        ))}
        <li>{t('simulation.how.people')}</li>
        <li>{t('simulation.how.volume')}</li>
        {endlessPatience.length > 0 && (
          <li>
            {t('simulation.how.patience', { queues: endlessPatience.map(nameOf).join(', ') })}
          </li>
        )}
        {halfYear !== null && <li>{halfYearText(halfYear, words, timeZone)}</li>}
        <li>
          {t('simulation.how.source', {
            runs: simulation.runs,
            seed: simulation.seed,
            by: simulation.madeBy,
            at: format.dateTime(Date.parse(simulation.madeAt)),
          })}
        </li>
      </ul>
    </details>
  )
}

interface Words {
  readonly t: Translate
  readonly format: Format
}

function promiseText(
  { asaSeconds, abandonShare, serviceLevel }: SimulationLine['promises'][number],
  { t, format }: Words,
): string {
  const parts = [
    asaSeconds === null
      ? null
      : t('simulation.promise.wait', { value: format.seconds(asaSeconds) }),
    abandonShare === null
      ? null
      : t('simulation.promise.lost', { value: format.percent(abandonShare) }),
    serviceLevel === null
      ? null
      : t('simulation.promise.service', { value: format.percent(serviceLevel) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? t('simulation.promise.none') : parts.join(', ')
}

function halfYearText(
  { soFar }: NonNullable<Simulation['halfYear']>,
  { t, format }: Words,
  timeZone: string,
): string {
  const { asaSeconds, abandonShare, answered, untilDate } = soFar
  if (asaSeconds === null || abandonShare === null) return t('simulation.how.halfYear.unknown')
  return t('simulation.how.halfYear', {
    answered: format.number(answered),
    until: format.date(fromLocalInput(`${untilDate}T00:00`, timeZone) ?? 0),
    wait: format.seconds(asaSeconds),
    lost: format.percent(abandonShare),
  })
}
