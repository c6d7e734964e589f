import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { MoveForm } from './move-form.tsx'
import { isSameMove, type Move } from './moves.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { WhatIfTrial } from './what-if-trial.tsx'

import styles from './what-if.module.css'

const REFRESH_MS = 60_000

interface WhatIfPanelProps {
  readonly nameOf: (queueId: string) => string
  /** Whose shift is about to be changed by hand. */
  readonly person?: string | undefined
}

/** What can still be done today: suggestions, moves by hand, what they come to, and keeping them. */
export function WhatIfPanel({ nameOf, person }: WhatIfPanelProps): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const { canPlan, canSupervise } = useAbilities()
  const [moves, setMoves] = useState<readonly Move[]>([])
  const [kept, setKept] = useState<number | null>(null)
  const suggested = api.useQuery(
    'get',
    '/api/v1/today/suggestions',
    {},
    { refetchInterval: REFRESH_MS },
  )
  const people = api.useQuery('get', '/api/v1/today/people').data?.people
  const add = (move: Move): void => {
    setKept(null)
    setMoves([...moves.filter((one) => !isSameMove(one, move)), move])
  }
  const keep = (version: number): void => {
    setMoves([])
    setKept(version)
    void queries.invalidateQueries()
  }
  return (
    <section aria-label={t('whatIf.title')} className={styles['panel']}>
      <h2 className={styles['title']}>{t('whatIf.title')}</h2>
      {kept !== null && <output>{t('whatIf.kept', { version: kept })}</output>}
      {suggested.error !== null && <FailedState problem={suggested.error} />}
      {people === undefined || suggested.data === undefined ? (
        suggested.error === null && <LoadingState shape="form" />
      ) : (
        <>
          <SuggestionList
            suggestions={suggested.data.suggestions}
            people={people}
            chosen={moves}
            onTry={add}
          />
          <MoveForm people={people} onTry={add} person={person} />
          {moves.length > 0 && (
            <WhatIfTrial
              moves={moves}
              people={people}
              nameOf={nameOf}
              canKeep={canPlan || canSupervise}
              onTakeBack={(move) => setMoves(moves.filter((one) => one !== move))}
              onKept={keep}
            />
          )}
        </>
      )}
    </section>
  )
}
