import type { ReactElement } from 'react'

import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useToday } from '../../lib/use-today.ts'
import { personBody } from './person-draft.ts'
import { PersonForm } from './person-form.tsx'
import { usePeopleRefresh } from './use-people.ts'

interface NewPersonProps {
  readonly onAdded: (id: string) => void
  readonly onCancel: () => void
}

/** Takes somebody in. */
export function NewPerson({ onAdded, onCancel }: NewPersonProps): ReactElement {
  const t = useTranslate()
  const refresh = usePeopleRefresh()
  const today = useToday()
  return (
    <PersonForm
      title={t('people.add')}
      submitLabel={t('people.add')}
      hasContract
      before={{
        personnelNumber: '',
        fullName: '',
        siteCode: '',
        teamCode: '',
        contractCode: '',
        hiredOn: today,
        position: '',
        kind: 'staff',
        workplace: 'office',
        takesContacts: true,
      }}
      onCancel={onCancel}
      onSubmit={async (draft) => {
        const body = { ...personBody(draft), contractCode: draft.contractCode }
        const { data, error } = await fetchClient.POST('/api/v1/operators', { body })
        if (error !== undefined) return error
        refresh()
        onAdded(data.person.id)
        return null
      }}
    />
  )
}
