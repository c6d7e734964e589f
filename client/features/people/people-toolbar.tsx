import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PeopleFilter } from './people-filter.ts'
import { type PlaceOption, usePlaces } from './use-people.ts'

import styles from './people.module.css'

interface PeopleToolbarProps {
  readonly filter: PeopleFilter
  readonly onChange: (part: Partial<PeopleFilter>) => void
}

/** Narrows the list down. */
export function PeopleToolbar({ filter, onChange }: PeopleToolbarProps): ReactElement {
  const t = useTranslate()
  const { sites, teams, contracts } = usePlaces()
  const choice = (
    key: 'site' | 'team' | 'contract',
    options: readonly PlaceOption[],
  ): ReactElement => (
    <NativeSelect
      label={t(`people.${key}`)}
      value={filter[key]}
      data={[{ value: '', label: t('people.any') }, ...options]}
      onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
    />
  )
  return (
    <div className={styles['toolbar']}>
      <TextInput
        label={t('people.search')}
        value={filter.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      {choice('site', sites)}
      {teams.length > 0 && choice('team', teams)}
      {choice('contract', contracts)}
      <Checkbox
        label={t('people.withLeft')}
        checked={filter.left}
        onChange={(event) => onChange({ left: event.currentTarget.checked })}
      />
    </div>
  )
}
