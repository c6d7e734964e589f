import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { api } from '../../lib/api.ts'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { type BoardCounts as Counts, type BoardFilter, type Standing, STANDINGS } from './board.ts'

import styles from './board.module.css'

const LABELS: Readonly<Record<Standing, MessageKey>> = {
  out: 'today.count.out',
  unknown: 'today.count.unknown',
  neutral: 'today.count.neutral',
  in: 'today.count.in',
  off: 'today.count.off',
}

interface BoardCountsProps {
  readonly counts: Counts
  readonly filter: BoardFilter
  readonly isWall: boolean
  readonly onFilter: (filter: BoardFilter) => void
  readonly onWall: () => void
}

/** How many stand how; pressing a count shows these people alone. */
export function BoardCounts(props: BoardCountsProps): ReactElement {
  const { counts, filter, isWall, onFilter, onWall } = props
  const { t } = useLocale()
  const format = useFormat()
  const toggle = (standing: Standing): void => {
    const isShown = filter.standings.includes(standing)
    const rest = filter.standings.filter((one) => one !== standing)
    onFilter({ ...filter, standings: isShown ? rest : [...rest, standing] })
  }
  return (
    <div className={styles['counts']}>
      {STANDINGS.map((standing) => (
        <button
          key={standing}
          type="button"
          className={styles['count']}
          aria-pressed={filter.standings.includes(standing)}
          onClick={() => toggle(standing)}
        >
          <b>{format.number(counts.byStanding[standing])}</b>
          {t(LABELS[standing])}
        </button>
      ))}
      <span className={styles['spacer']} />
      <TeamChoice team={filter.team} onTeam={(team) => onFilter({ ...filter, team })} />
      {!isWall && (
        <TextInput
          aria-label={t('today.find')}
          placeholder={t('today.find')}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      )}
      <Button variant="default" onClick={onWall}>
        {t(isWall ? 'today.wall.leave' : 'today.wall')}
      </Button>
    </div>
  )
}

interface TeamChoiceProps {
  readonly team: string | null
  readonly onTeam: (team: string | null) => void
}

/** A supervisor looks at their own team; a centre without teams has nothing to choose. */
function TeamChoice({ team, onTeam }: TeamChoiceProps): ReactElement | null {
  const { locale, t } = useLocale()
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  if (teams.length === 0) return null
  return (
    <NativeSelect
      aria-label={t('people.team')}
      value={team ?? ''}
      data={[
        { value: '', label: t('today.everyTeam') },
        ...teams.map(({ code, name }) => ({ value: code, label: name[locale] })),
      ]}
      onChange={({ currentTarget: { value } }) => onTeam(value === '' ? null : value)}
    />
  )
}
