import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { hasLeft } from './people-filter.ts'

import styles from './people.module.css'

interface EmploymentProps {
  readonly card: components['schemas']['OperatorCard']
  readonly canManage: boolean
}

/** When somebody came and left, and the way to let them leave or come back. */
export function Employment({ card, canManage }: EmploymentProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { person, earlierEmployments } = card
  const spans = [...earlierEmployments, person]
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.employment')}</h2>
      <ul className={styles['list']}>
        {spans.map(({ hiredOn, leftOn }) => (
          <li key={hiredOn}>
            {date(hiredOn)} – {leftOn === null ? t('people.stillWorks') : date(leftOn)}
          </li>
        ))}
      </ul>
      {canManage && <EmploymentChange person={person} />}
    </section>
  )
}

interface EmploymentChangeProps {
  readonly person: components['schemas']['Operator']
}

function EmploymentChange({ person }: EmploymentChangeProps): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const [day, setDay] = useState('')
  const isGone = hasLeft(person, today)
  const change = (
    body: { leftOn?: string | null; hiredOn?: string },
    onDone?: () => void,
  ): void => {
    const order = { params: { path: { operatorId: person.id } }, body }
    void send(fetchClient.PATCH('/api/v1/operators/{operatorId}', order), onDone)
  }
  const settle = (): void =>
    change(isGone ? { hiredOn: day } : { leftOn: day }, () => {
      setDay('')
      if (isGone) return
      const { leftOn } = person
      showUndo(t, { message: t('people.saved'), onUndo: () => change({ leftOn }) })
    })
  return (
    <>
      <div className={styles['line']}>
        <TextInput
          type="date"
          label={t(isGone ? 'people.hiredAgainOn' : 'people.leftOn')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button variant="default" loading={isBusy} disabled={day === ''} onClick={settle}>
          {t(isGone ? 'people.hireAgain' : 'people.letGo')}
        </Button>
        {!isGone && person.leftOn !== null && (
          <Button variant="subtle" loading={isBusy} onClick={() => change({ leftOn: null })}>
            {t('people.keep')}
          </Button>
        )}
      </div>
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}
