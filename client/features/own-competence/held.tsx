import type { ReactElement } from 'react'

import { ObjectionButton } from '../../components/objection-button.tsx'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import type { OwnCompetence } from './own-competence.ts'
import { AssessmentWords, ProfileWords } from './waiting.tsx'

import styles from './own-competence.module.css'

interface OwnProps {
  readonly own: OwnCompetence
}

/** What one can do, how well, and until when that holds; what ends first stands first. */
export function Held({ own }: OwnProps): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  return (
    <section className={styles['section']} aria-label={t('people.competences')}>
      <h2 className={styles['title']}>{t('people.competences')}</h2>
      {own.competences.length === 0 && (
        <p className={styles['note']}>{t('people.competences.none')}</p>
      )}
      <ul className={styles['list']}>
        {own.competences.map(({ code, level, validUntil, state }) => (
          <li key={code}>
            <span>{nameOf(code)}</span>
            <span className={styles['validity']} data-state={state}>
              {t('people.level', { level })},{' '}
              {validUntil === null
                ? t('training.forGood')
                : t(state === 'expired' ? 'people.expiredOn' : 'people.validUntil', {
                    date: date(validUntil),
                  })}
              {state === 'expiring' && `, ${t('my.expiring')}`}
            </span>
            {state === 'expired' && (
              <ObjectionButton about="competence" subject={code} what={nameOf(code)} />
            )}
          </li>
        ))}
      </ul>
      {own.due !== null && own.due.missing.length > 0 && (
        <>
          <p className={styles['note']}>{t('my.missing')}</p>
          <ul className={styles['list']}>
            {own.due.missing.map((code) => (
              <li key={code}>
                <span>{nameOf(code)}</span>
                <ObjectionButton about="competence" subject={code} what={nameOf(code)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What was found and said before, and the profiles that were read: one's own file. */
export function OwnFile({ own }: OwnProps): ReactElement | null {
  const { locale, t } = useLocale()
  const past = own.assessments.filter(({ status }) => status !== 'signed')
  const read = own.profiles.filter(({ version, readVersion }) => readVersion === version)
  if (past.length + read.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('my.file')}>
      <h2 className={styles['title']}>{t('my.file')}</h2>
      {read.map((profile) => (
        <details key={profile.code} className={styles['folded']}>
          <summary>
            {t('my.profile', { name: profile.name[locale], version: profile.version })}
          </summary>
          <ProfileWords profile={profile} />
        </details>
      ))}
      {past.map((one) => (
        <PastAssessment key={one.id} assessment={one} />
      ))}
    </section>
  )
}

function PastAssessment({
  assessment,
}: {
  readonly assessment: OwnCompetence['assessments'][number]
}): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const { id, assessedOn, method, status, objection, decision, decidedBy } = assessment
  const isInForce = method !== 'self' && (status === 'agreed' || status === 'resolved')
  return (
    <details className={styles['folded']}>
      <summary>
        {t('my.assessment', { date: date(assessedOn), method: t(`assess.method.${method}`) })};{' '}
        {method !== 'self' && t(`assess.status.${status}`)}
      </summary>
      <AssessmentWords assessment={assessment} />
      {objection !== null && (
        <p className={styles['note']}>
          {t('my.objection')}: {objection}
        </p>
      )}
      {decision !== null && (
        <p className={styles['note']}>
          {t('my.decision', { who: decidedBy ?? '' })}: {decision}
        </p>
      )}
      {isInForce && (
        <ObjectionButton
          about="assessment"
          subject={id}
          what={t('my.assessment', {
            date: date(assessedOn),
            method: t(`assess.method.${method}`),
          })}
        />
      )}
    </details>
  )
}
