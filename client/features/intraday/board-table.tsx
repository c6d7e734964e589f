import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconHome } from '@tabler/icons-react'
import { memo, type ReactElement } from 'react'

import { activityName, stateName } from '../../lib/adherence-names.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { BoardRow } from './board.ts'
import { StandingMark } from './standing-mark.tsx'
import { Ticking } from './ticking.tsx'

import styles from './board.module.css'

interface BoardTableProps {
  readonly rows: readonly BoardRow[]
  readonly aheadMs: number
  readonly isWall: boolean
  readonly onOpen: (operatorId: string) => void
  /** Null when the reader may explain nothing. */
  readonly onExplain: ((row: BoardRow) => void) | null
  /** Null when the reader may write to nobody. */
  readonly onWrite: ((row: BoardRow) => void) | null
  /** By person, what became of the last word to them. */
  readonly told: ReadonlyMap<string, string>
}

/** People, most urgent first. On a narrow screen every person is a card of two lines. */
export function BoardTable(props: BoardTableProps): ReactElement {
  const t = useTranslate()
  const { rows, isWall, ...rest } = props
  return (
    <table className={styles['board']} data-wall={isWall}>
      <thead>
        <tr>
          <th scope="col">{t('today.column.standing')}</th>
          <th scope="col" className={styles['number']}>
            {t('today.column.for')}
          </th>
          <th scope="col">{t('today.column.person')}</th>
          <th scope="col">{t('today.column.state')}</th>
          <th scope="col" className={styles['number']}>
            {t('today.column.for')}
          </th>
          <th scope="col">{t('today.column.planned')}</th>
          {!isWall && <th scope="col">{t('today.column.next')}</th>}
          {!isWall && <th aria-label={t('today.column.action')} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PersonRow key={row.operatorId} row={row} isWall={isWall} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

interface PersonRowProps extends Omit<BoardTableProps, 'rows'> {
  readonly row: BoardRow
}

const PersonRow = memo(function PersonRow(props: PersonRowProps): ReactElement {
  const { row, aheadMs, isWall, onOpen } = props
  const t = useTranslate()
  const format = useFormat()
  const { outSince, since, activityUntil, next } = row
  return (
    <tr data-severity={row.severity}>
      <td className={styles['standing']}>
        <StandingMark severity={row.severity} />
      </td>
      <td className={styles['outFor']}>
        {outSince !== null && <Ticking since={outSince} aheadMs={aheadMs} />}
      </td>
      <th scope="row" className={styles['person']}>
        <UnstyledButton className={styles['name']} onClick={() => onOpen(row.operatorId)}>
          {row.name}
        </UnstyledButton>
        <span className={styles['personnel']}>{row.personnelNumber}</span>
        {row.workPlace === 'home' && (
          <span className={styles['home']} title={t('workPlace.home')}>
            <IconHome size={14} aria-hidden />
            <VisuallyHidden>{t('workPlace.home')}</VisuallyHidden>
          </span>
        )}
      </th>
      <td className={styles['state']}>
        {stateName(row.state, t)}
        {row.reason !== null && <span className={styles['reason']}>{row.reason}</span>}
      </td>
      <td className={styles['stateFor']}>
        {since !== null && <Ticking since={since} aheadMs={aheadMs} />}
      </td>
      <td className={styles['planned']}>
        {activityName(row.activity, t)}
        {activityUntil !== null && (
          <span className={styles['until']}>
            {t('today.until', { time: format.time(Date.parse(activityUntil)) })}
          </span>
        )}
      </td>
      {!isWall && (
        <td className={styles['next']}>
          {next !== null && `${format.time(Date.parse(next.at))} ${activityName(next.activity, t)}`}
        </td>
      )}
      {!isWall && <ActionCell {...props} />}
    </tr>
  )
})

/** Where somebody is out, the reason can be said, or a word to them; where it was said, until when it holds. */
function ActionCell({ row, onExplain, onWrite, told }: PersonRowProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <td className={styles['action']}>
      {row.excusedUntil !== null &&
        t('today.excusedUntil', { time: format.time(Date.parse(row.excusedUntil)) })}
      {row.verdict === 'out' && onExplain !== null && (
        <Button
          variant="default"
          aria-label={t('explain.open', { name: row.name })}
          onClick={() => onExplain(row)}
        >
          {t('explain.short')}
        </Button>
      )}
      {row.verdict === 'out' && onWrite !== null && row.canSignIn && (
        <Button
          variant="subtle"
          aria-label={t('messages.title', { name: row.name })}
          onClick={() => onWrite(row)}
        >
          {t('messages.write')}
        </Button>
      )}
      {told.has(row.operatorId) && (
        <span className={styles['told']}>{told.get(row.operatorId)}</span>
      )}
    </td>
  )
}
