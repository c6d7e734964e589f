import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './knowledge-tests.module.css'

type OwnTest = components['schemas']['OwnTest']

/** What the reader is to pass, with what it takes, and how it went so far. */
export function OwnTests(): ReactElement | null {
  const t = useTranslate()
  const tests = api.useQuery('get', '/api/v1/my/tests').data?.tests ?? []
  if (tests.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('tests.own')}>
      <h2 className={styles['title']}>{t('tests.own')}</h2>
      <ul className={styles['list']}>
        {tests.map((test) => (
          <OwnTestLine key={test.id} test={test} />
        ))}
      </ul>
    </section>
  )
}

function OwnTestLine({ test }: { readonly test: OwnTest }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  const navigate = useNavigate()
  const { problem, isBusy, send } = useSending()
  const running = test.results.find(({ finishedAt }) => finishedAt === null)
  const last = test.results.findLast(({ rightCount }) => rightCount !== null)
  const begin = async (): Promise<void> => {
    const params = { path: { assignmentId: test.id } }
    const asked = fetchClient.POST('/api/v1/my/tests/{assignmentId}/attempts', { params })
    await send(asked)
    const attemptId = (await asked).data?.id
    if (attemptId !== undefined) {
      await navigate({ to: '/my/tests/$attemptId', params: { attemptId } })
    }
  }
  return (
    <li>
      <span>
        <b>{nameOf(test.competenceCode)}</b>
        <br />
        <small className={styles['note']}>
          {t('tests.own.words', {
            count: test.questionCount,
            minutes: test.minutes,
            share: format.percent(test.passShare),
            date: date(test.dueOn),
          })}{' '}
          {last !== undefined &&
            t('tests.own.last', { right: last.rightCount ?? 0, of: last.questionCount })}
        </small>
      </span>
      {test.outcome === null ? (
        <Button size="md" loading={isBusy} onClick={() => void begin()}>
          {running === undefined
            ? t('tests.own.begin', { number: test.results.length + 1, attempts: test.attempts })
            : t('tests.own.goOn')}
        </Button>
      ) : (
        <span>{t(`tests.outcome.${test.outcome}`)}</span>
      )}
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}
