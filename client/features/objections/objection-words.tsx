import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'

import styles from './objections.module.css'

export type Objection = components['schemas']['Objection']

/** What is objected to as it stood then, the objection, and where it stands. */
export function ObjectionWords({ objection }: { readonly objection: Objection }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const { words, status, madeAt, answerBy, isLate, answer, answeredBy, answeredAt } = objection
  return (
    <>
      <Subject objection={objection} />
      <p className={styles['said']}>«{words}»</p>
      <p className={styles['state']} data-late={isLate}>
        {t('objection.made', { when: format.dateTime(Date.parse(madeAt)) })};{' '}
        {status === 'open'
          ? t(isLate ? 'objection.late' : 'objection.waits', { date: date(answerBy) })
          : t(`objection.status.${status}`)}
      </p>
      {answer !== null && answeredAt !== null && (
        <p className={styles['answer']}>
          «{answer}» — {answeredBy}, {format.dateTime(Date.parse(answeredAt))}
        </p>
      )}
    </>
  )
}

function Subject({ objection }: { readonly objection: Objection }): ReactElement {
  const { assessment, competence, shift, request, session } = objection
  if (assessment !== null) return <AssessmentSubject facts={assessment} />
  if (competence !== null) return <CompetenceSubject facts={competence} />
  if (shift !== null) return <ShiftSubject facts={shift} />
  if (session !== null) return <SessionSubject facts={session} />
  return <RequestSubject facts={request} />
}

interface FactsOf<About extends 'assessment' | 'competence' | 'shift' | 'session'> {
  readonly facts: NonNullable<Objection[About]>
}

function AssessmentSubject({ facts }: FactsOf<'assessment'>): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  return (
    <span>
      {t('objection.assessment', { date: date(facts.assessedOn), who: facts.assessorName })}:{' '}
      {facts.results
        .map(({ code, level }) => `${nameOf(code)} – ${t('people.level', { level })}`)
        .join('; ')}
    </span>
  )
}

function CompetenceSubject({ facts }: FactsOf<'competence'>): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const name = useCompetenceNames()(facts.code)
  return (
    <span>
      {facts.level === null
        ? t('objection.competence.missing', { name })
        : t('objection.competence', { name, level: facts.level, date: date(facts.validUntil) })}
    </span>
  )
}

function ShiftSubject({ facts }: FactsOf<'shift'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <span>
      {t('objection.shift', {
        when: dayAndHours(facts, format),
        who: facts.publishedBy ?? '—',
      })}
    </span>
  )
}

function SessionSubject({ facts }: FactsOf<'session'>): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const course = facts.courseName[locale]
  return <span>{t('objection.session', { course, when: dayAndHours(facts, format) })}</span>
}

/** With the month: it is read long after. */
function dayAndHours(
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  format: Format,
): string {
  const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)]
  return `${format.longDay(startMs)}, ${format.timeRange(startMs, endMs)}`
}

function RequestSubject({ facts }: { readonly facts: Objection['request'] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const { leave = null, swap = null, decidedBy = null, reply = '' } = facts ?? {}
  const key = `absence.${leave?.kind}`
  const wish =
    leave === null
      ? swap === null
        ? ''
        : t('objection.swap', {
            own: dayAndHours(swap.own, format),
            other: dayAndHours(swap.other, format),
          })
      : t('request.leave', {
          kind: t(isMessageKey(key) ? key : 'absence.other'),
          when: `${date(leave.fromDate)} – ${date(leave.toDate)}`,
        })
  return (
    <span>
      {t('objection.request', { wish, who: decidedBy ?? '—' })}
      {reply !== '' && `: «${reply}»`}
    </span>
  )
}
