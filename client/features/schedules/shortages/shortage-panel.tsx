import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { api } from '../../../lib/api.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { LawTag } from '../law-tag.tsx'
import { PersonDrawer } from '../person-drawer.tsx'
import type { Grid, ShiftEdit } from '../shift/shift-edit.ts'
import type { QueueName } from '../shift/shift-panel-props.ts'
import { CostTerms } from './cost-terms.tsx'
import type { AskedInterval } from './coverage-view.ts'

import styles from './shortage-panel.module.css'

type Person = components['schemas']['Shortage']['people'][number]

interface ShortagePanelProps {
  readonly asked: AskedInterval & { readonly queueId: string }
  readonly grid: Grid
  readonly queues: readonly QueueName[]
  readonly isReadOnly: boolean
  readonly onEdit: (edit: ShiftEdit) => void
  readonly onClose: () => void
}

/** Why an interval is short: who could come and with which shift, and what keeps the others away. */
export function ShortagePanel(props: ShortagePanelProps): ReactElement {
  const { asked, grid, queues, onClose } = props
  const format = useFormat()
  const scheduleId = grid.schedule.id
  const at = new Date(asked.atMs).toISOString()
  const params = { path: { scheduleId }, query: { queueId: asked.queueId, at } }
  const { data, error } = api.useQuery(
    'get',
    '/api/v1/schedules/{scheduleId}/shortage',
    { params },
    // Asked anew each time: a change since may have mended it.
    { staleTime: 0, gcTime: 0 },
  )
  const when = format.weekdayRange(asked.atMs, asked.atMs + grid.coverage.intervalMinutes * 60_000)
  const name = queues.find(({ id }) => id === asked.queueId)?.name ?? ''
  return (
    <PersonDrawer name={name} when={when} onClose={onClose}>
      {error !== null && <FailedState problem={error} />}
      {error === null && data === undefined && <LoadingState shape="table" />}
      {data !== undefined && <Reasons {...props} shortage={data} />}
    </PersonDrawer>
  )
}

interface ReasonsProps extends ShortagePanelProps {
  readonly shortage: components['schemas']['Shortage']
}

function Reasons({ shortage, ...props }: ReasonsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const kind = Map.groupBy(shortage.people, (person) => person.kind)
  const count = (one: Person['kind']): number => kind.get(one)?.length ?? 0
  const possible = kind.get('possible') ?? []
  const elsewhere = count('on_duty') - (shortage.required - shortage.short)
  return (
    <>
      <p className={styles['sum']}>
        {t('shortage.sum', {
          required: format.people(shortage.required),
          short: format.people(shortage.short),
          working: count('on_duty'),
          resting: count('on_break'),
        })}{' '}
        {elsewhere >= SHARED_LEAST && t('shortage.shared')}
      </p>
      {count('in_training') > 0 && (
        <p className={styles['sum']}>{t('shortage.inTraining', { count: count('in_training') })}</p>
      )}
      <h3 className={styles['title']}>{t('shortage.possible', { count: possible.length })}</h3>
      <ul className={styles['people']}>
        {possible.map((person) => (
          <Offer key={person.operatorId} {...props} person={person} />
        ))}
      </ul>
      {possible.length > 0 && <p className={styles['terms']}>{t('shortage.how')}</p>}
      <h3 className={styles['title']}>{t('shortage.barred', { count: count('barred') })}</h3>
      <ul className={styles['people']}>
        {(kind.get('barred') ?? []).map((person) => (
          <Barred key={person.operatorId} grid={props.grid} person={person} />
        ))}
      </ul>
      {count('locked') > 0 && (
        <p className={styles['sum']}>{t('shortage.locked', { count: count('locked') })}</p>
      )}
      {count('no_shape') > 0 && (
        <p className={styles['sum']}>{t('shortage.noShape', { count: count('no_shape') })}</p>
      )}
    </>
  )
}

/** Half a person more than the queue has: whoever works then serves others too. */
const SHARED_LEAST = 0.5

interface PersonProps {
  readonly grid: Grid
  readonly person: Person
}

/** Somebody who may legally come then, with the shift that would cost the plan least. */
function Offer(props: ShortagePanelProps & PersonProps): ReactElement | null {
  const { grid, person, isReadOnly, onEdit, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const { offer } = person
  if (offer === null) return null
  const { shape, startsAt, replacesShiftId } = offer
  const spanMinutes = grid.shapes.find(({ code }) => code === shape)?.spanMinutes ?? 0
  const startMs = Date.parse(startsAt)
  const replaced = grid.shifts.find(({ id }) => id === replacesShiftId)
  const take = (): void => {
    if (replaced === undefined) {
      onEdit({ kind: 'add', shift: { operatorId: person.operatorId, shape, startsAt } })
    } else {
      onEdit({ kind: 'place', shiftId: replaced.id, startsAt, shape })
    }
    onClose()
  }
  return (
    <li>
      <b>{nameOf(props)}</b>{' '}
      <span className={styles['when']}>
        {format.weekdayRange(startMs, startMs + spanMinutes * 60_000)}
        {replaced !== undefined &&
          ` ${t('shortage.instead', {
            when: format.weekdayRange(Date.parse(replaced.startsAt), Date.parse(replaced.endsAt)),
          })}`}
      </span>
      {' · '}
      {t('shortage.cost', { cost: format.signed(offer.cost, 1) })}{' '}
      {!isReadOnly && (
        <Button variant="default" size="compact-sm" onClick={take}>
          {t(replaced === undefined ? 'shift.add' : 'shortage.move')}
        </Button>
      )}
      <CostTerms terms={offer.terms} />
    </li>
  )
}

function Barred({ grid, person }: PersonProps): ReactElement {
  return (
    <li>
      <b>{nameOf({ grid, person })}</b>{' '}
      {person.rules.map(({ article, text }) => (
        <span key={text} className={styles['rule']}>
          <LawTag article={article} /> {text}
        </span>
      ))}
    </li>
  )
}

function nameOf({ grid, person }: PersonProps): string {
  return grid.operators.find(({ id }) => id === person.operatorId)?.name ?? ''
}
