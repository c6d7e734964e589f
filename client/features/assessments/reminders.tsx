import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useOwnReminders } from '../../lib/use-own-reminders.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './assessments.module.css'

type Reminder = components['schemas']['AssessmentReminder']

/** Who was reminded of which assessment, when, and who has read it; what is new first. */
export function Reminders(): ReactElement | null {
  const t = useTranslate()
  const reminders = api.useQuery('get', '/api/v1/assessment-reminders').data?.reminders ?? []
  if (reminders.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('reminders.title')}>
      <h2 className={styles['title']}>{t('reminders.title')}</h2>
      <p className={styles['note']}>{t('reminders.hint')}</p>
      <Unread />
      <ReminderTable reminders={reminders} />
    </section>
  )
}

function Unread(): ReactElement | null {
  const t = useTranslate()
  const unread = useOwnReminders()
  const { isBusy, send } = useSending()
  if (unread.length === 0) return null
  const body = { ids: unread.map(({ id }) => id) }
  return (
    <div className={styles['line']}>
      <b>{t('reminders.unread', { count: unread.length })}</b>
      <Button
        variant="default"
        loading={isBusy}
        onClick={() => void send(fetchClient.POST('/api/v1/my/reminders/reading', { body }))}
      >
        {t('reminders.read')}
      </Button>
    </div>
  )
}

function ReminderTable({ reminders }: { readonly reminders: readonly Reminder[] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const column = (
    id: string,
    header: string,
    widthPx: number,
    text: (row: Reminder) => string,
  ) => ({ id, header, widthPx, text, value: text, align: 'start' as const })
  const told = ({ told: all }: Reminder): string => {
    const readers = all.map(({ name, readAt }) =>
      readAt === null
        ? name
        : t('reminders.readBy', { name, when: format.dateTime(Date.parse(readAt)) }),
    )
    const isPersonTold = all.some(({ capacity }) => capacity === 'person')
    return [...readers, ...(isPersonTold ? [] : [t('reminders.noSignIn')])].join('; ')
  }
  return (
    <IntervalTable
      label={t('reminders.title')}
      rows={reminders}
      rowKey={({ id }) => id}
      maxHeightPx={300}
      columns={[
        column('made', t('reminders.made'), 170, (row) => format.dateTime(Date.parse(row.madeAt))),
        column('name', t('people.fullName'), 200, (row) => row.fullName),
        column('due', t('assess.due.on'), 150, (row) => date(row.dueOn)),
        {
          ...column('stage', t('reminders.stage'), 190, (row) => t(`reminders.stage.${row.stage}`)),
          tone: (row) => (row.stage === 'overdue' ? 'law' : undefined),
        },
        column('told', t('reminders.told'), 380, told),
      ]}
    />
  )
}
