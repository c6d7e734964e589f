import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { clockOf, minutesOfClock } from '../../lib/clock-minutes.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'

import styles from './own-shifts.module.css'

type Wishes = components['schemas']['OwnWishes']

/** Which days and hours would I like? The generator weighs it. */
export function WishesForm(): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/my/wishes')
  return (
    <section aria-label={t('myShifts.wishes')}>
      <h2 className={styles['title']}>{t('myShifts.wishes')}</h2>
      <p className={styles['hint']}>{t('myShifts.wishes.how')}</p>
      {error !== null && <FailedState problem={error} />}
      {data !== undefined && <Form key={JSON.stringify(data)} stored={data} />}
    </section>
  )
}

const MAX_DAYS = 3

function Form({ stored }: { readonly stored: Wishes }): ReactElement {
  const { locale, t } = useLocale()
  const queries = useQueryClient()
  const [wishes, setWishes] = useState(stored)
  const { mutate, isPending, error } = api.useMutation('put', '/api/v1/my/wishes', {
    onSuccess: (kept) =>
      queries.setQueryData(api.queryOptions('get', '/api/v1/my/wishes').queryKey, kept),
  })
  const isChanged = JSON.stringify(wishes) !== JSON.stringify(stored)
  useUnsaved(isChanged && !isPending)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mutate({ body: wishes })
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <Checkbox.Group
        label={t('myShifts.wishes.daysOff')}
        value={wishes.daysOff.map(String)}
        onChange={(days) => setWishes((old) => ({ ...old, daysOff: days.map(Number) }))}
      >
        <Group gap="md" pt={6}>
          {DATE_NAMES[locale].weekdaysShort.map((name, day) => (
            <Checkbox
              key={name}
              value={String(day)}
              label={name}
              disabled={wishes.daysOff.length >= MAX_DAYS && !wishes.daysOff.includes(day)}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <StartFields wishes={wishes} onChange={setWishes} />
      {error !== null && <FailedState problem={error} />}
      <Button type="submit" variant="default" loading={isPending} disabled={!isChanged}>
        {t('myShifts.wishes.save')}
      </Button>
    </form>
  )
}

interface StartFieldsProps {
  readonly wishes: Wishes
  readonly onChange: (wishes: Wishes) => void
}

const FIRST_START = { fromMinutes: 480, toMinutes: 600 }

function StartFields({ wishes, onChange }: StartFieldsProps): ReactElement {
  const t = useTranslate()
  const { start } = wishes
  return (
    <>
      <Checkbox
        label={t('myShifts.wishes.start')}
        checked={start !== null}
        onChange={(event) =>
          onChange({ ...wishes, start: event.currentTarget.checked ? FIRST_START : null })
        }
      />
      {start !== null && (
        <Group grow align="start">
          <TextInput
            type="time"
            required
            label={t('part.hours.from')}
            value={clockOf(start.fromMinutes)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...wishes, start: { ...start, fromMinutes: minutesOfClock(value) } })
            }
          />
          <TextInput
            type="time"
            required
            label={t('part.hours.to')}
            value={clockOf(start.toMinutes)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...wishes, start: { ...start, toMinutes: minutesOfClock(value) } })
            }
          />
        </Group>
      )}
    </>
  )
}
