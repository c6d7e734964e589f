import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconSearch } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { RowFilter, RowOrder } from './row-filter.ts'
import type { QueueName } from './shift/shift-panel-props.ts'

import styles from './schedule-toolbar.module.css'

interface ScheduleToolbarProps {
  readonly filter: RowFilter
  readonly sites: readonly string[]
  readonly teams: readonly string[]
  readonly queues: readonly QueueName[]
  readonly onFilter: (part: Partial<RowFilter>) => void
  /** Null when there is nothing to take back; absent in a version that cannot be changed. */
  readonly undo?: (() => void) | null
  readonly redo?: (() => void) | null
  /** How near the axis is. */
  readonly zoom: ReactNode
}

const ORDERS: readonly RowOrder[] = ['name', 'start', 'hours']

/** Whose rows are shown and in which order; what was done last, and how to take it back. */
export function ScheduleToolbar(props: ScheduleToolbarProps): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['toolbar']}>
      <TextInput
        className={styles['search']}
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={props.filter.search}
        onChange={(event) => props.onFilter({ search: event.currentTarget.value })}
      />
      <PeopleFilter {...props} />
      <div className={styles['end']}>
        <HistoryButtons {...props} />
        {props.zoom}
      </div>
    </div>
  )
}

function PeopleFilter({
  filter,
  sites,
  teams,
  queues,
  onFilter,
}: ScheduleToolbarProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <NativeSelect
        aria-label={t('filter.queue')}
        value={filter.queueId ?? ''}
        data={[
          { value: '', label: t('filter.everyQueue') },
          ...queues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onFilter({ queueId: orNull(event.currentTarget.value) })}
      />
      {sites.length > 1 && (
        <NativeSelect
          aria-label={t('filter.site')}
          value={filter.site ?? ''}
          data={[
            { value: '', label: t('filter.everySite') },
            ...sites.map((site) => ({ value: site, label: site })),
          ]}
          onChange={(event) => onFilter({ site: orNull(event.currentTarget.value) })}
        />
      )}
      {teams.length > 0 && (
        <NativeSelect
          aria-label={t('filter.team')}
          value={filter.team ?? ''}
          data={[
            { value: '', label: t('filter.everyTeam') },
            ...teams.map((team) => ({ value: team, label: team })),
          ]}
          onChange={(event) => onFilter({ team: orNull(event.currentTarget.value) })}
        />
      )}
      <NativeSelect
        aria-label={t('filter.order')}
        value={filter.order}
        data={ORDERS.map((order) => ({ value: order, label: t(`filter.order.${order}`) }))}
        onChange={(event) => {
          const order = ORDERS.find((one) => one === event.currentTarget.value)
          if (order !== undefined) onFilter({ order })
        }}
      />
    </>
  )
}

function HistoryButtons(props: Pick<ScheduleToolbarProps, 'undo' | 'redo'>): ReactElement | null {
  const { undo, redo } = props
  const t = useTranslate()
  if (undo === undefined || redo === undefined) return null
  return (
    <>
      <Button
        variant="default"
        px={8}
        disabled={undo === null}
        aria-label={t('action.undo')}
        title={`${t('action.undo')} (Ctrl+Z)`}
        onClick={() => undo?.()}
      >
        <IconArrowBackUp size={16} aria-hidden />
      </Button>
      <Button
        variant="default"
        px={8}
        disabled={redo === null}
        aria-label={t('action.redo')}
        title={`${t('action.redo')} (Ctrl+Y)`}
        onClick={() => redo?.()}
      >
        <IconArrowForwardUp size={16} aria-hidden />
      </Button>
    </>
  )
}

function orNull(value: string): string | null {
  return value === '' ? null : value
}
