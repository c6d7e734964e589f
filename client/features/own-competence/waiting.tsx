import { Button, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import {
  type Assessment,
  type OwnCompetence,
  type OwnProfile,
  waitingOf,
} from './own-competence.ts'

import styles from './own-competence.module.css'

interface WaitingProps {
  readonly own: OwnCompetence
}

/** What waits for the reader's own word, each with the way to give it. */
export function Waiting({ own }: WaitingProps): ReactElement | null {
  const { t } = useLocale()
  const { profiles, assessments } = waitingOf(own)
  if (profiles.length + assessments.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('my.waiting')}>
      <h2 className={styles['title']}>{t('my.waiting')}</h2>
      {assessments.map((one) => (
        <AssessmentToAnswer key={one.id} assessment={one} />
      ))}
      {profiles.map((one) => (
        <ProfileToRead key={one.code} profile={one} />
      ))}
    </section>
  )
}

function AssessmentToAnswer({ assessment }: { readonly assessment: Assessment }): ReactElement {
  const { t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const [objection, setObjection] = useState<string | null>(null)
  const answer = (body: { agrees: boolean; objection?: string }): void => {
    const params = { path: { assessmentId: assessment.id } }
    void send(fetchClient.POST('/api/v1/assessments/{assessmentId}/answer', { params, body }))
  }
  return (
    <article className={styles['waits']}>
      <AssessmentWords assessment={assessment} />
      {objection !== null && (
        <Textarea
          label={t('my.objection')}
          description={t('my.objection.hint')}
          value={objection}
          onChange={(event) => setObjection(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
      )}
      {problem !== null && <FailedState problem={problem} />}
      <div className={styles['actions']}>
        {objection === null ? (
          <>
            <Button size="md" loading={isBusy} onClick={() => answer({ agrees: true })}>
              {t('my.agree')}
            </Button>
            <Button size="md" variant="default" onClick={() => setObjection('')}>
              {t('my.object')}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="md"
              loading={isBusy}
              disabled={objection.trim() === ''}
              onClick={() => answer({ agrees: false, objection: objection.trim() })}
            >
              {t('my.objection.send')}
            </Button>
            <Button size="md" variant="default" onClick={() => setObjection(null)}>
              {t('action.cancel')}
            </Button>
          </>
        )}
      </div>
    </article>
  )
}

/** What was found, when, by whom, and on what grounds: an answer needs all of it. */
export function AssessmentWords({ assessment }: { readonly assessment: Assessment }): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  return (
    <>
      <h3 className={styles['subject']}>
        {t('my.assessment', {
          date: date(assessment.assessedOn),
          method: t(`assess.method.${assessment.method}`),
        })}
      </h3>
      <p className={styles['note']}>
        {assessment.assessorName}
        {assessment.evidence !== '' && `: ${assessment.evidence}`}
      </p>
      <ul className={styles['list']}>
        {assessment.results.map(({ code, level, evidence }) => (
          <li key={code}>
            <span>
              {nameOf(code)}
              {evidence !== '' && <small className={styles['evidence']}>{evidence}</small>}
            </span>
            <b>{t('people.level', { level })}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

function ProfileToRead({ profile }: { readonly profile: OwnProfile }): ReactElement {
  const { locale, t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const { code, version } = profile
  const acknowledge = (): void => {
    const params = { path: { code } }
    void send(fetchClient.POST('/api/v1/my/profiles/{code}/reading', { params, body: { version } }))
  }
  return (
    <article className={styles['waits']}>
      <h3 className={styles['subject']}>
        {t('my.profile', { name: profile.name[locale], version })}
      </h3>
      <ProfileWords profile={profile} />
      {problem !== null && <FailedState problem={problem} />}
      <div className={styles['actions']}>
        <Button size="md" loading={isBusy} onClick={acknowledge}>
          {t('my.profile.read')}
        </Button>
      </div>
    </article>
  )
}

/** What a position asks for, with what the holder lacks of it. */
export function ProfileWords({ profile }: { readonly profile: OwnProfile }): ReactElement {
  const { t } = useLocale()
  const nameOf = useCompetenceNames()
  const gaps = new Map(profile.gaps.map((gap) => [gap.code, gap]))
  return (
    <>
      {profile.duties !== '' && <p className={styles['duties']}>{profile.duties}</p>}
      <ul className={styles['list']}>
        {profile.competences.map(({ code, minLevel }) => (
          <li key={code}>
            <span>{nameOf(code)}</span>
            <span className={gaps.has(code) ? styles['law'] : undefined}>
              {t('my.profile.needs', { level: minLevel })}
              {gaps.has(code) && `, ${t('my.profile.gap', { level: gaps.get(code)?.level ?? 0 })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
