import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { NewEvent } from './event-draft.ts'
import { EventForm } from './event-form.tsx'
import { EventList } from './event-list.tsx'
import { type SpecialEvent, useEventChanges } from './use-calendar.ts'

import styles from './calendar.module.css'

interface EventDeskProps {
  readonly events: readonly SpecialEvent[]
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  readonly isReadOnly: boolean
}

/** What the form is open for: a new event, or one that is changed. */
type Editing = 'new' | readonly SpecialEvent[]

/** The centre's own events of a year, and the form that adds or changes one. */
export function EventDesk({ events, queues, isReadOnly }: EventDeskProps): ReactElement {
  const t = useTranslate()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { add, change, remove, isBusy, problem } = useEventChanges()
  const submit = async (event: NewEvent): Promise<void> => {
    if (editing === null) return
    const isDone = await (editing === 'new' ? add(event) : change(editing, event))
    if (isDone) setEditing(null)
  }
  const first = editing === null || editing === 'new' ? undefined : editing[0]
  return (
    <>
      <h2 className={styles['title']}>{t('calendar.events')}</h2>
      {problem !== null && <FailedState problem={problem} />}
      <EventList
        events={events}
        queueName={(id) => queues.find((queue) => queue.id === id)?.name ?? ''}
        isReadOnly={isReadOnly}
        onChange={setEditing}
        onRemove={(removed) => void remove(removed)}
      />
      {!isReadOnly && editing === null && (
        <Button variant="default" onClick={() => setEditing('new')}>
          {t('calendar.add')}
        </Button>
      )}
      {editing !== null && (
        <EventForm
          key={first?.id ?? 'new'}
          queues={queues}
          {...(first === undefined ? {} : { before: first })}
          hasQueue={editing === 'new' || editing.length === 1}
          isBusy={isBusy}
          onSubmit={(event) => void submit(event)}
          onCancel={() => setEditing(null)}
        />
      )}
    </>
  )
}
