import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { ExplainDialog } from '../../features/adherence/explain-dialog.tsx'
import { PersonDay } from '../../features/adherence/person-day.tsx'
import { AlertBar } from '../../features/alerts/alert-bar.tsx'
import { ExpiryNotice } from '../../features/assessments/expiry-alerts.tsx'
import { BoardCounts } from '../../features/intraday/board-counts.tsx'
import { boardAnswer } from '../../features/intraday/board-headline.ts'
import { BoardNotices } from '../../features/intraday/board-notices.tsx'
import {
  type BoardSearch,
  filterOf,
  readBoardSearch,
  searchOf,
} from '../../features/intraday/board-search.ts'
import { BoardTable } from '../../features/intraday/board-table.tsx'
import {
  type Board,
  type BoardFilter,
  type BoardRow,
  countRows,
  filterRows,
  rowsOfTeam,
} from '../../features/intraday/board.ts'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { TodayCoverage } from '../../features/intraday/today-coverage.tsx'
import { useBoard } from '../../features/intraday/use-board.ts'
import { useKeptFilter } from '../../features/intraday/use-kept-filter.ts'
import { MessageDialog } from '../../features/messages/message-dialog.tsx'
import { useSentMessages } from '../../features/messages/use-sent-messages.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { useNow } from '../../lib/use-now.ts'

import styles from './today-page.module.css'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Is everybody where the schedule says? Most urgent first, within a second of its happening. */
export function TodayPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const live = useBoard()
  const { problem } = live
  const [search, change] = useBoardSearch()
  const { kept, keep } = useKeptFilter()
  const isWall = search.wall === true
  const filter = kept === undefined ? undefined : filterOf(search, kept)
  const board = filter === undefined ? undefined : ofTeam(live.board, filter.team)
  return (
    <div className={styles['page']} data-wall={isWall}>
      {!isWall && <DaySections />}
      <AlertBar />
      <PageHeadline
        question={t('today.question')}
        answer={board === undefined ? null : boardAnswer(board, t, format)}
      />
      {problem !== null && <FailedState problem={problem} onRetry={live.retry} />}
      {board === undefined && problem === null && <LoadingState shape="table" />}
      <BoardNotices {...live} />
      {board !== undefined && filter !== undefined && (
        <BoardOf
          board={board}
          aheadMs={live.aheadMs}
          filter={filter}
          search={search}
          onSearch={change}
          onKeep={keep}
        />
      )}
    </div>
  )
}

/** Counts and the answer are those of the team that is looked at. */
function ofTeam(board: Board | undefined, team: string | null): Board | undefined {
  return board === undefined ? undefined : { ...board, rows: [...rowsOfTeam(board.rows, team)] }
}

interface BoardOfProps {
  readonly board: Board
  readonly aheadMs: number
  readonly filter: BoardFilter
  readonly search: BoardSearch
  readonly onSearch: (change: BoardSearch) => void
  readonly onKeep: (filter: BoardFilter) => void
}

function BoardOf({ board, aheadMs, filter, search, onSearch, onKeep }: BoardOfProps): ReactElement {
  const t = useTranslate()
  const nowMs = useNow(MINUTE_MS) - aheadMs
  const { canSupervise } = useAbilities()
  const [explained, setExplained] = useState<BoardRow | null>(null)
  const [written, writeTo] = useState<BoardRow | null>(null)
  const told = useSentMessages(canSupervise)
  const rows = filterRows(board.rows, filter)
  const isWall = search.wall === true
  const { person } = search
  const open = board.rows.find(({ operatorId }) => operatorId === person)
  return (
    <>
      {!isWall && <ExpiryNotice beforeMs={Date.parse(board.at) + DAY_MS} />}
      <BoardCounts
        counts={countRows(board.rows)}
        filter={filter}
        isWall={isWall}
        onFilter={(next) => {
          onSearch({ ...withoutFilter(search), ...searchOf(next) })
          if (isOther(next, filter)) onKeep(next)
        }}
        onWall={() => onSearch(isWall ? withoutWall(search) : { ...search, wall: true })}
      />
      <TodayCoverage nowMs={nowMs} />
      {rows.length === 0 ? (
        <EmptyState title={t('today.empty')} nextStep={t('today.empty.next')} />
      ) : (
        <BoardTable
          rows={rows}
          aheadMs={aheadMs}
          isWall={isWall}
          onOpen={(operatorId) => onSearch({ ...search, person: operatorId })}
          onExplain={canSupervise ? setExplained : null}
          onWrite={canSupervise ? writeTo : null}
          told={told}
        />
      )}
      {person !== undefined && !isWall && (
        <PersonDay
          key={person}
          operatorId={person}
          nowMs={nowMs}
          onClose={() => onSearch(withoutPerson(search))}
        >
          <PersonActions row={open} onWrite={canSupervise ? writeTo : null} />
        </PersonDay>
      )}
      {written !== null && <MessageDialog person={written} onClose={() => writeTo(null)} />}
      {explained !== null && (
        <ExplainDialog row={explained} nowMs={nowMs} onClose={() => setExplained(null)} />
      )}
    </>
  )
}

interface PersonActionsProps {
  /** Undefined where nobody of this id is on the board. */
  readonly row: BoardRow | undefined
  readonly onWrite: ((row: BoardRow) => void) | null
}

/** What can be done about whoever is open. */
function PersonActions({ row, onWrite }: PersonActionsProps): ReactElement | null {
  const t = useTranslate()
  if (row === undefined) return null
  return (
    <>
      {onWrite !== null && (
        <Button variant="default" onClick={() => onWrite(row)}>
          {t('messages.write')}
        </Button>
      )}
      <Link to="/today/hours" search={{ person: row.operatorId }}>
        {t('today.day.change')}
      </Link>
    </>
  )
}

/** What the address says, and a way to make it say something else without a step back. */
function useBoardSearch(): [BoardSearch, (search: BoardSearch) => void] {
  const search = readBoardSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  return [search, (next) => void navigate({ to: '/today', search: next, replace: true })]
}

/** What is typed to find somebody is not kept. */
function isOther(a: BoardFilter, b: BoardFilter): boolean {
  return a.team !== b.team || a.standings.join() !== b.standings.join()
}

function withoutFilter({
  show: _show,
  team: _team,
  find: _find,
  ...rest
}: BoardSearch): BoardSearch {
  return rest
}

function withoutWall({ wall: _wall, ...rest }: BoardSearch): BoardSearch {
  return rest
}

function withoutPerson({ person: _person, ...rest }: BoardSearch): BoardSearch {
  return rest
}
