import { MultiSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { api } from '../lib/api.ts'
import { useLocale } from '../lib/i18n/locale-context.tsx'

interface PeopleChoiceProps {
  /** What they are chosen for. */
  readonly hint: string
  readonly value: readonly string[]
  readonly onChange: (people: string[]) => void
}

/** Some of the people who work here, found by name or number. */
export function PeopleChoice({ hint, value, onChange }: PeopleChoiceProps): ReactElement {
  const { t } = useLocale()
  const people = api.useQuery('get', '/api/v1/operators').data?.operators ?? []
  return (
    <MultiSelect
      label={t('training.people')}
      description={hint}
      searchable
      limit={50}
      value={[...value]}
      data={people.map(({ id, fullName, personnelNumber }) => ({
        value: id,
        label: `${fullName}, ${personnelNumber}`,
      }))}
      onChange={onChange}
    />
  )
}
