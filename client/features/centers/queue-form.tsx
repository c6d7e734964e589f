import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { CHANNELS, newQueue, type QueueDraft, queueFaults, type QueueFault } from './new-queue.ts'
import { type Queue, useSettingsRefresh } from './use-settings.ts'

import styles from './settings.module.css'

interface QueueFormProps {
  readonly onAdded: (queue: Queue) => void
  readonly onCancel: () => void
}

const EMPTY: QueueDraft = {
  code: '',
  name: { kk: '', ru: '', en: '' },
  channel: 'voice',
  language: '',
}

/** A new queue: what it is called and by which channel it comes. All else is set afterwards. */
export function QueueForm({ onAdded, onCancel }: QueueFormProps): ReactElement {
  const t = useTranslate()
  const refresh = useSettingsRefresh()
  const [draft, setDraft] = useState(EMPTY)
  const [faults, setFaults] = useState<readonly QueueFault[]>([])
  const add = api.useMutation('post', '/api/v1/queues', {
    onSuccess: (queue) => {
      refresh()
      onAdded(queue)
    },
  })
  useUnsaved(draft !== EMPTY && !add.isSuccess)
  const change = (part: Partial<QueueDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const found = queueFaults(draft)
    setFaults(found)
    if (found.length === 0) add.mutate({ body: newQueue(draft) })
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['group']}>
      <h2 className={styles['formTitle']}>{t('settings.queue.add')}</h2>
      <TextInput
        label={t('settings.queue.code')}
        description={t('settings.queue.code.hint')}
        value={draft.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
        error={faults.includes('code') && t('settings.queue.code.fault')}
      />
      <NameFields
        name={draft.name}
        isMissing={faults.includes('name')}
        onChange={(name) => change({ name })}
      />
      <KindFields draft={draft} onChange={change} />
      {add.error !== null && <FailedState problem={add.error} />}
      <FormActions
        submitLabel={t('settings.queue.add')}
        isBusy={add.isPending}
        onCancel={onCancel}
      />
    </form>
  )
}

interface KindFieldsProps {
  readonly draft: QueueDraft
  readonly onChange: (part: Partial<QueueDraft>) => void
}

/** What never changes in a queue. */
function KindFields({ draft, onChange }: KindFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <NativeSelect
        label={t('settings.queue.channel')}
        value={draft.channel}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ channel: CHANNELS.find((one) => one === currentTarget.value) ?? 'voice' })
        }
      />
      <NativeSelect
        label={t('settings.queue.language')}
        value={draft.language}
        data={[
          { value: '', label: t('settings.queue.anyLanguage') },
          ...LOCALES.map(({ id }) => ({ value: id, label: t(`language.${id}`) })),
        ]}
        onChange={({ currentTarget }) => onChange({ language: localeOf(currentTarget.value) })}
      />
    </>
  )
}

function localeOf(text: string): Locale | '' {
  return LOCALES.find(({ id }) => id === text)?.id ?? ''
}
