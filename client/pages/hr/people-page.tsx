import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { NewPerson } from '../../features/people/new-person.tsx'
import { PeopleFiles } from '../../features/people/people-files.tsx'
import {
  filterPeople,
  type PeopleFilter,
  type Person,
} from '../../features/people/people-filter.ts'
import { peopleAnswer } from '../../features/people/people-headline.ts'
import { PeopleList } from '../../features/people/people-list.tsx'
import { readPeopleSearch, toFilter } from '../../features/people/people-search.ts'
import { PeopleToolbar } from '../../features/people/people-toolbar.tsx'
import { Teams } from '../../features/people/teams.tsx'
import { usePeopleAbilities } from '../../features/people/use-people.ts'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useToday } from '../../lib/use-today.ts'
import { HrSections } from './hr-sections.tsx'

type Panel = 'add' | 'files' | 'teams' | null

/** Who works here? Everybody, on one page, from a file if need be. */
export function PeoplePage(): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const navigate = useNavigate()
  const [panel, setPanel] = useState<Panel>(null)
  const { canManage } = usePeopleAbilities()
  const { data, error } = api.useQuery('get', '/api/v1/operators', {
    params: { query: { left: true } },
  })
  const people = data?.operators
  const open = (operatorId: string): void =>
    void navigate({ to: '/people/$operatorId', params: { operatorId } })
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('people.question')}
        answer={people === undefined ? null : peopleAnswer(people, today, t)}
        actions={canManage && <PanelButtons panel={panel} onChange={setPanel} />}
      />
      {error !== null && <FailedState problem={error} />}
      {panel === 'add' && <NewPerson onAdded={open} onCancel={() => setPanel(null)} />}
      {panel === 'files' && <PeopleFiles onClose={() => setPanel(null)} />}
      {panel === 'teams' && <Teams />}
      {error === null && (panel === null || people?.length !== 0) && (
        <Everybody people={people} onOpen={open} />
      )}
    </>
  )
}

interface EverybodyProps {
  readonly people: readonly Person[] | undefined
  readonly onOpen: (operatorId: string) => void
}

function Everybody({ people, onOpen }: EverybodyProps): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const navigate = useNavigate()
  const filter = toFilter(readPeopleSearch(useSearch({ strict: false })))
  if (people === undefined) return <LoadingState shape="table" />
  if (people.length === 0) {
    return <EmptyState title={t('people.nobody')} nextStep={t('people.nobody.next')} />
  }
  const change = (part: Partial<PeopleFilter>): void => {
    const search = readPeopleSearch({ ...filter, ...part })
    void navigate({ to: '/people', search, replace: true })
  }
  return (
    <>
      <PeopleToolbar filter={filter} onChange={change} />
      <PeopleList people={filterPeople(people, filter, today)} onOpen={({ id }) => onOpen(id)} />
    </>
  )
}

interface PanelButtonsProps {
  readonly panel: Panel
  readonly onChange: (panel: Panel) => void
}

function PanelButtons({ panel, onChange }: PanelButtonsProps): ReactElement {
  const t = useTranslate()
  const toggle = (one: NonNullable<Panel>): void => onChange(panel === one ? null : one)
  return (
    <>
      <Button aria-expanded={panel === 'add'} onClick={() => toggle('add')}>
        {t('people.add')}
      </Button>
      <Button variant="default" aria-expanded={panel === 'files'} onClick={() => toggle('files')}>
        {t('people.files')}
      </Button>
      <Button variant="default" aria-expanded={panel === 'teams'} onClick={() => toggle('teams')}>
        {t('people.teams')}
      </Button>
    </>
  )
}
