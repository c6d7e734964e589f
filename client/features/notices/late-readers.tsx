import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'

import styles from './notices.module.css'

type Late = components['schemas']['LateReaders']
type Row = Late['unread'][number]

const TERMS_DAYS = [1, 2, 3, 5, 7, 14, 30]

/** Who has not confirmed a notice in time, the longest first, and when they were reminded of it. */
export function LateReaders(): ReactElement | null {
  const t = useTranslate()
  const { data: late } = api.useQuery('get', '/api/v1/notice-reminders')
  const me = api.useQuery('get', '/api/v1/me').data
  if (late === undefined || me === undefined) return null
  const canChoose = me.abilities.managePeople || me.roles.includes('head')
  return (
    <section className={styles['section']} aria-label={t('notices.late.title')}>
      <h2 className={styles['title']}>{t('notices.late.title')}</h2>
      <p className={styles['note']}>
        <b>{t('notices.late.answer', { count: late.people })}</b> {t('notices.late.hint')}
      </p>
      {canChoose ? (
        <TermChoice days={late.afterDays} />
      ) : (
        <p className={styles['note']}>
          {t('notices.late.term')}: {t('notices.late.afterDays', { count: late.afterDays })}
        </p>
      )}
      {late.withoutSignIn > 0 && (
        <p className={styles['note']}>
          {t('notices.late.withoutSignIn', { count: late.withoutSignIn })}
        </p>
      )}
      {late.unread.length > 0 && <LateTable rows={late.unread} />}
      {late.unread.length < late.total && (
        <p className={styles['note']}>
          {t('notices.late.shown', { shown: late.unread.length, total: late.total })}
        </p>
      )}
    </section>
  )
}

function TermChoice({ days }: { readonly days: number }): ReactElement {
  const t = useTranslate()
  const { problem, isBusy, send } = useSending()
  const terms = [...new Set([...TERMS_DAYS, days])].toSorted((a, b) => a - b)
  return (
    <>
      <NativeSelect
        label={t('notices.late.term')}
        value={String(days)}
        disabled={isBusy}
        data={terms.map((count) => ({
          value: String(count),
          label: t('notices.late.afterDays', { count }),
        }))}
        onChange={({ currentTarget }) => {
          const body = { days: Number(currentTarget.value) }
          void send(fetchClient.PUT('/api/v1/notice-reminders/term', { body }))
        }}
        style={{ maxWidth: 240, marginBottom: 12 }}
      />
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}

function LateTable({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const when = (instant: string | null): string =>
    instant === null ? t('notices.late.notYet') : format.dateTime(Date.parse(instant))
  const column = (id: string, header: string, widthPx: number, text: (row: Row) => string) => ({
    id,
    header,
    widthPx,
    text,
    value: text,
    align: 'start' as const,
  })
  return (
    <IntervalTable
      label={t('notices.late.title')}
      rows={rows}
      rowKey={({ noticeId, userId }) => `${noticeId} ${userId}`}
      maxHeightPx={360}
      columns={[
        column('name', t('people.fullName'), 200, (row) => row.name),
        column('team', t('people.team'), 110, (row) => row.teamCode ?? ''),
        column('notice', t('notices.late.notice'), 260, (row) => row.title[locale]),
        column('since', t('notices.late.since'), 160, (row) => when(row.since)),
        column('reminded', t('notices.late.reminded'), 160, (row) => when(row.remindedAt)),
        {
          ...column('escalated', t('notices.late.escalated'), 190, (row) => when(row.escalatedAt)),
          tone: (row) => (row.escalatedAt === null ? undefined : 'law'),
        },
      ]}
    />
  )
}
