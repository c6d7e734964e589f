import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { IntervalTable, type TableColumn } from '../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import type { Assignment } from './tests-headline.ts'

import styles from './knowledge-tests.module.css'

interface AssignmentListProps {
  readonly assignments: readonly Assignment[]
  readonly canSeeAnswers: boolean
}

/** Who is to pass what, and how it went; a row opens its attempts. */
export function AssignmentList(props: AssignmentListProps): ReactElement | null {
  const { assignments, canSeeAnswers } = props
  const { t } = useLocale()
  const [openId, setOpenId] = useState<string | null>(null)
  const opened = assignments.find(({ id }) => id === openId)
  const columns = useAssignmentColumns()
  if (assignments.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('tests.assignments')}>
      <h2 className={styles['title']}>{t('tests.assignments')}</h2>
      <IntervalTable
        label={t('tests.assignments')}
        rows={assignments}
        rowKey={({ id }) => id}
        maxHeightPx={360}
        onOpen={({ id }) => setOpenId(id)}
        openKey={openId ?? undefined}
        columns={columns}
      />
      {opened !== undefined && (
        <OpenedAssignment
          key={opened.id}
          assignment={opened}
          canSeeAnswers={canSeeAnswers}
          onClose={() => setOpenId(null)}
        />
      )}
    </section>
  )
}

function useAssignmentColumns(): readonly TableColumn<Assignment>[] {
  const { t } = useLocale()
  const date = useDateText()
  const today = useToday()
  const nameOf = useCompetenceNames()
  const column = (
    id: string,
    header: string,
    widthPx: number,
    text: (row: Assignment) => string,
  ) => ({ id, header, widthPx, text, value: text, align: 'start' as const })
  return [
    column('name', t('people.fullName'), 200, (row) => row.fullName),
    column('test', t('tests.of'), 420, (row) => nameOf(row.competenceCode)),
    {
      ...column('due', t('assess.due.on'), 130, (row) => date(row.dueOn)),
      tone: (row) => (row.outcome === null && row.dueOn < today ? 'law' : undefined),
    },
    column('tries', t('tests.attempts'), 80, (row) =>
      t('tests.attemptOf', { number: row.results.length, attempts: row.attempts }),
    ),
    column('state', t('tests.result'), 170, (row) => resultText(row, t)),
  ]
}

/** The best that was reached, and what came of it. */
function resultText({ results, outcome }: Assignment, t: Translate): string {
  const ended = results.filter(({ rightCount }) => rightCount !== null)
  const best = ended.toSorted((a, b) => (b.rightCount ?? 0) - (a.rightCount ?? 0))[0]
  const state = t(`tests.outcome.${outcome ?? 'open'}`)
  if (best === undefined) return state
  return `${state}, ${t('tests.score', { right: best.rightCount ?? 0, of: best.questionCount })}`
}

interface OpenedProps {
  readonly assignment: Assignment
  readonly canSeeAnswers: boolean
  readonly onClose: () => void
}

function OpenedAssignment({ assignment, canSeeAnswers, onClose }: OpenedProps): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const { problem, isBusy, send } = useSending()
  const [attemptId, setAttemptId] = useState<string | null>(null)
  const withdraw = (): void => {
    const params = { path: { assignmentId: assignment.id } }
    void send(fetchClient.POST('/api/v1/test-assignments/{assignmentId}/withdrawal', { params }))
  }
  return (
    <section className={styles['panel']} aria-label={assignment.fullName}>
      <h3 className={styles['title']}>{assignment.fullName}</h3>
      <p className={styles['note']}>
        {t('tests.assignedBy', { name: assignment.assignedBy })}{' '}
        {assignment.assessmentId !== null && t('tests.draftWaits')}
      </p>
      <ul className={styles['list']}>
        {assignment.results.map((one) => (
          <li key={one.id}>
            <span>
              {t('tests.attemptOf', { number: one.number, attempts: assignment.attempts })},{' '}
              {format.dateTime(Date.parse(one.startedAt))}
              {one.rightCount !== null &&
                `: ${t('tests.score', { right: one.rightCount, of: one.questionCount })}`}
            </span>
            {canSeeAnswers && (
              <Button variant="subtle" onClick={() => setAttemptId(one.id)}>
                {t('tests.answers')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
      <div className={styles['line']}>
        {canSeeAnswers && assignment.outcome === null && (
          <Button variant="default" loading={isBusy} onClick={withdraw}>
            {t('tests.withdraw')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
      {attemptId !== null && <AttemptAnswers attemptId={attemptId} />}
    </section>
  )
}

/** Every question as it was shown, what was right and what was chosen: what a dispute is decided by. */
function AttemptAnswers({ attemptId }: { readonly attemptId: string }): ReactElement | null {
  const { locale, t } = useLocale()
  const { data } = api.useQuery('get', '/api/v1/test-attempts/{attemptId}', {
    params: { path: { attemptId } },
  })
  if (data === undefined) return null
  return (
    <>
      <p className={styles['note']}>
        {t('tests.record', { version: data.testVersion, seed: data.seed })}
      </p>
      <ol className={styles['answers']}>
        {data.questions.map((question) => (
          <li key={question.code}>
            {question.text[locale]}{' '}
            <small className={styles['note']}>
              {question.code}, {t('tests.version', { version: question.version })}
            </small>
            <ul>
              {question.options.map((option) => (
                <li
                  key={`${option.text.kk} ${option.text.ru}`}
                  data-right={option.right}
                  data-chosen={option.chosen}
                >
                  {option.text[locale]}
                  {option.right && ` (${t('tests.right')})`}
                  {option.chosen && ` ← ${t('tests.chosen')}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}
