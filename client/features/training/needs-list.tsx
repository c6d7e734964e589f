import { TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useQueues } from '../../lib/use-queues.ts'
import type { Need } from './training-headline.ts'

import styles from './training.module.css'

interface NeedsListProps {
  readonly needs: readonly Need[]
  readonly onOpen: (need: Need) => void
}

/** Who lacks what, and what is planned about it; a row plans it. */
export function NeedsList({ needs, onOpen }: NeedsListProps): ReactElement {
  const t = useTranslate()
  const [search, setSearch] = useState('')
  if (needs.length === 0) return <p className={styles['note']}>{t('training.none.next')}</p>
  const wanted = search.trim().toLocaleLowerCase()
  const shown = needs.filter(({ fullName, personnelNumber }) =>
    `${fullName} ${personnelNumber}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <>
      <div className={styles['line']}>
        <TextInput
          label={t('people.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <NeedsTable needs={shown} onOpen={onOpen} />
    </>
  )
}

function NeedsTable({ needs, onOpen }: NeedsListProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  const { queues } = useQueues()
  const asker = ({ kind, code }: Need['askedBy'][number]): string => {
    const queue = kind === 'queue' ? queues.find((one) => one.code === code) : undefined
    return queue?.name ?? t(`training.askedBy.${kind}`, { code })
  }
  const column = (id: string, header: string, widthPx: number, text: (row: Need) => string) => ({
    id,
    header,
    widthPx,
    text,
    value: text,
    align: 'start' as const,
  })
  const planned = ({ step }: Need): string => {
    if (step === null) return t('training.step.none')
    if (step.status === 'done') return t('training.step.learnt')
    return t('training.step.until', {
      way: t(`training.way.${step.way}`),
      date: date(step.dueOn),
    })
  }
  return (
    <IntervalTable
      label={t('training.needs')}
      rows={needs}
      rowKey={({ operatorId, competenceCode }) => `${operatorId} ${competenceCode}`}
      maxHeightPx={360}
      onOpen={onOpen}
      columns={[
        column('name', t('people.fullName'), 200, (row) => row.fullName),
        column('competence', t('training.competence'), 240, (row) => nameOf(row.competenceCode)),
        column('level', t('training.level'), 110, ({ level, requiredLevel }) =>
          t('training.levelOf', { level: level ?? '—', required: requiredLevel }),
        ),
        column('askedBy', t('training.askedBy'), 320, ({ askedBy }) =>
          askedBy.map(asker).join('; '),
        ),
        {
          ...column('plan', t('training.plan'), 240, planned),
          tone: ({ step }: Need) => (step === null ? ('under' as const) : undefined),
        },
      ]}
    />
  )
}
