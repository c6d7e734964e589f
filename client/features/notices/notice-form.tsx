import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { LOCALES } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'
import { wholeName } from '../../lib/whole-name.ts'
import type { Notice } from './notice-list.tsx'

import styles from './notices.module.css'

interface NoticeFormProps {
  /** Undefined publishes a new one. */
  readonly before: Notice | undefined
  readonly onDone: () => void
}

type Draft = Pick<Notice, 'title' | 'body' | 'officialSource'>

const EMPTY = {
  title: { kk: '', ru: '', en: '' },
  body: { kk: '', ru: '', en: '' },
  officialSource: '',
}

/** What everybody has to know, and the official source of it (п. 22). One language will do. */
export function NoticeForm({ before, onDone }: NoticeFormProps): ReactElement {
  const { t } = useLocale()
  const start: Draft = before ?? EMPTY
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const { problem, isBusy, send } = useSending()
  useUnsaved(draft !== start)
  const title = wholeName(draft.title)
  const text = wholeName(draft.body)
  const missing = t('people.fault.missing')
  const publish = (): void => {
    if (title === null || text === null || draft.officialSource.trim() === '') return
    const body = {
      title: { ...title },
      body: { ...text },
      officialSource: draft.officialSource.trim(),
    }
    const work =
      before === undefined
        ? fetchClient.POST('/api/v1/notices', { body })
        : fetchClient.PUT('/api/v1/notices/{noticeId}', {
            params: { path: { noticeId: before.id } },
            body,
          })
    void send(work, onDone)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    publish()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('notices.add')}>
      <WordFields
        draft={draft}
        missing={{
          title: isChecked && title === null && missing,
          body: isChecked && text === null && missing,
        }}
        onChange={setDraft}
      />
      <TextInput
        label={t('notices.officialSource')}
        description={t('notices.officialSource.hint')}
        value={draft.officialSource}
        onChange={(event) => setDraft({ ...draft, officialSource: event.currentTarget.value })}
        error={isChecked && draft.officialSource.trim() === '' && missing}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('notices.publish')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface WordFieldsProps {
  readonly draft: Draft
  readonly missing: { readonly title: string | false; readonly body: string | false }
  readonly onChange: (draft: Draft) => void
}

/** Title and text in the three languages. */
function WordFields({ draft, missing, onChange }: WordFieldsProps): ReactElement {
  const { t } = useLocale()
  return (
    <>
      {LOCALES.map(({ id, name }, at) => (
        <TextInput
          key={`title ${id}`}
          lang={id}
          label={t('notices.title', { language: name })}
          value={draft.title[id]}
          onChange={(event) =>
            onChange({ ...draft, title: { ...draft.title, [id]: event.currentTarget.value } })
          }
          error={at === 0 && missing.title}
        />
      ))}
      {LOCALES.map(({ id, name }, at) => (
        <Textarea
          key={`body ${id}`}
          lang={id}
          label={t('notices.body', { language: name })}
          value={draft.body[id]}
          onChange={(event) =>
            onChange({ ...draft, body: { ...draft.body, [id]: event.currentTarget.value } })
          }
          error={at === 0 && missing.body}
          autosize
          minRows={2}
        />
      ))}
    </>
  )
}
