import type { ReactElement } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { peopleColumns } from './people-columns.ts'
import type { Person } from './people-filter.ts'
import { usePlaces } from './use-people.ts'

interface PeopleListProps {
  readonly people: readonly Person[]
  readonly onOpen: (person: Person) => void
}

/** Everybody whom the filter leaves; a row opens the card. */
export function PeopleList({ people, onOpen }: PeopleListProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const places = usePlaces()
  if (people.length === 0) {
    return <EmptyState title={t('people.noneFound')} nextStep={t('people.noneFound.next')} />
  }
  return (
    <IntervalTable
      label={t('people.list')}
      columns={peopleColumns({ t, date, ...places }, people)}
      rows={people}
      rowKey={({ id }) => id}
      maxHeightPx={620}
      onOpen={onOpen}
    />
  )
}
