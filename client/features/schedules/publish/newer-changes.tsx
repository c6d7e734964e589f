import { Radio } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { changeWords } from '../versions/version-words.ts'

import styles from './newer-changes.module.css'

export type NewerChange = components['schemas']['NewerChanges']['changes'][number]
export type NewerChoice = 'keep' | 'override'

interface NewerChangesProps {
  readonly changes: readonly NewerChange[]
  readonly choice: NewerChoice
  readonly onChoose: (choice: NewerChoice) => void
}

/** What was agreed after the draft was made and is not in it: to be kept, or undone knowingly. */
export function NewerChanges({ changes, choice, onChoose }: NewerChangesProps): ReactElement {
  const t = useTranslate()
  return (
    <section aria-label={t('newer.title')} className={styles['newer']}>
      <strong>{t('newer.title')}</strong>
      <p className={styles['words']}>{t('newer.what', { count: changes.length })}</p>
      <ul className={styles['list']}>
        {changes.map((change) => (
          <li key={`${change.operatorId} ${change.date}`}>
            <Change change={change} />
          </li>
        ))}
      </ul>
      <Radio.Group
        label={t('newer.choice')}
        value={choice}
        onChange={(value) => onChoose(value === 'override' ? 'override' : 'keep')}
      >
        <div className={styles['choices']}>
          <Radio value="keep" label={t('newer.keep')} description={t('newer.keep.hint')} />
          <Radio
            value="override"
            label={t('newer.override')}
            description={t('newer.override.hint')}
          />
        </div>
      </Radio.Group>
    </section>
  )
}

/** `Айгерім, ср 9 декабря: сейчас 09:00–18:00, в черновике выходной (обмен сменами, версия 5, Ержан)` */
function Change({ change }: { readonly change: NewerChange }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const spans = (list: NewerChange['now']): string =>
    list.length === 0
      ? t('grid.noShift')
      : list
          .map(({ startsAt, endsAt }) => format.timeRange(Date.parse(startsAt), Date.parse(endsAt)))
          .join(', ')
  return (
    <>
      <b>{change.operatorName}</b>,{' '}
      {format.longDay(fromLocalInput(`${change.date}T00:00`, timeZone) ?? 0)}:{' '}
      {t('newer.change', { now: spans(change.now), draft: spans(change.draft) })}{' '}
      <span className={styles['why']}>
        {t('newer.why', {
          what: changeWords({ ...change, undoes: null }, t),
          version: change.version,
          by: change.madeBy,
        })}
      </span>
    </>
  )
}
