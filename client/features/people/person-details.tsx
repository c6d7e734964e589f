import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { showUndo } from '../../components/undo-toast.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { changeBetween, draftOf, type PersonDraft } from './person-draft.ts'
import { PersonForm } from './person-form.tsx'
import { nameOf, usePeopleRefresh, usePlaces } from './use-people.ts'

import styles from './people.module.css'

type Card = components['schemas']['OperatorCard']

interface PersonDetailsProps {
  readonly card: Card
  readonly canManage: boolean
}

/** Who somebody is; HR changes it in place. */
export function PersonDetails({ card, canManage }: PersonDetailsProps): ReactElement {
  const t = useTranslate()
  const refresh = usePeopleRefresh()
  // As they were when the change began: the card may be read anew while the form is open.
  const [before, setBefore] = useState<PersonDraft | null>(null)
  const { person } = card
  const params = { path: { operatorId: person.id } }
  if (before === null) {
    return (
      <section className={styles['section']}>
        <h2 className={styles['title']}>{t('people.details')}</h2>
        <Facts card={card} />
        {canManage && (
          <Button variant="default" onClick={() => setBefore(draftOf(person))}>
            {t('people.change')}
          </Button>
        )}
      </section>
    )
  }
  return (
    <PersonForm
      title={t('people.change')}
      submitLabel={t('action.save')}
      hasContract={false}
      before={before}
      onCancel={() => setBefore(null)}
      onSubmit={async (draft) => {
        const change = async (body: ReturnType<typeof changeBetween>) => {
          const { error } = await fetchClient.PATCH('/api/v1/operators/{operatorId}', {
            params,
            body,
          })
          refresh()
          return error ?? null
        }
        const body = changeBetween(before, draft)
        const isSame = Object.keys(body).length === 0
        const refusal = isSame ? null : await change(body)
        if (refusal !== null) return refusal
        setBefore(null)
        if (isSame) return null
        showUndo(t, {
          message: t('people.saved'),
          onUndo: () => void change(changeBetween(draft, before)),
        })
        return null
      }}
    />
  )
}

function Facts({ card: { person } }: { readonly card: Card }): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { sites, teams } = usePlaces()
  const facts: readonly (readonly [string, string])[] = [
    [t('people.number'), person.personnelNumber],
    [t('people.position'), person.position ?? '—'],
    [t('people.site'), nameOf(sites, person.siteCode)],
    [t('people.team'), nameOf(teams, person.teamCode)],
    [t('people.kind'), t(`people.kind.${person.kind}`)],
    [t('people.workplace'), t(`people.workplace.${person.workplace}`)],
    [t('people.takesContacts'), t(person.takesContacts ? 'people.yes' : 'people.no')],
    [t('people.hiredOn'), date(person.hiredOn)],
  ]
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
