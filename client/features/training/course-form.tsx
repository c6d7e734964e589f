import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'
import {
  courseBody,
  type CourseDraft,
  type CourseFault,
  courseFaults,
  draftOf,
} from './course-draft.ts'
import { type Course } from './use-training.ts'

import styles from './training.module.css'

interface CourseFormProps {
  /** Undefined makes a new one. */
  readonly before: Course | undefined
  readonly onDone: () => void
}

/** What a course teaches, for how long, and when it is passed. A change is its next version. */
export function CourseForm({ before, onDone }: CourseFormProps): ReactElement {
  const { t } = useLocale()
  const [start] = useState(() => draftOf(before))
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const { problem, isBusy, send } = useSending()
  useUnsaved(draft !== start && !isBusy)
  const faults = isChecked ? courseFaults(draft) : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    const body = courseBody(draft)
    if (body === null) return
    const work =
      before === undefined
        ? fetchClient.POST('/api/v1/courses', { body: { code: draft.code.trim(), ...body } })
        : fetchClient.PUT('/api/v1/courses/{code}', {
            params: { path: { code: before.code } },
            body,
          })
    void send(work, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('training.course')}>
      {before !== undefined && (
        <p className={styles['note']}>
          {t('training.courses.next', { version: before.version + 1 })}
        </p>
      )}
      <CourseFields
        draft={draft}
        faults={faults}
        isNew={before === undefined}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface CourseFieldsProps {
  readonly draft: CourseDraft
  readonly faults: readonly CourseFault[]
  readonly isNew: boolean
  readonly onChange: (part: Partial<CourseDraft>) => void
}

function CourseFields({ draft, faults, isNew, onChange }: CourseFieldsProps): ReactElement {
  const { t } = useLocale()
  const missing = (fault: CourseFault) => faults.includes(fault) && t('people.fault.missing')
  return (
    <>
      {isNew && (
        <TextInput
          label={t('settings.queue.code')}
          value={draft.code}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
          error={missing('code')}
        />
      )}
      <NameFields
        name={draft.name}
        isMissing={faults.includes('name')}
        onChange={(name) => onChange({ name })}
      />
      <Textarea
        label={t('training.programme')}
        value={draft.programme}
        onChange={(event) => onChange({ programme: event.currentTarget.value })}
        error={missing('programme')}
        autosize
        minRows={2}
      />
      <CourseMeasures draft={draft} onChange={onChange} />
      <TaughtFields draft={draft} error={missing('competence')} onChange={onChange} />
    </>
  )
}

type MeasuresProps = Pick<CourseFieldsProps, 'draft' | 'onChange'>

function CourseMeasures({ draft, onChange }: MeasuresProps): ReactElement {
  const { t } = useLocale()
  return (
    <div className={styles['line']}>
      <NumberInput
        label={t('training.minutes')}
        min={15}
        max={600}
        step={15}
        value={draft.minutes}
        onChange={(value) => onChange({ minutes: Number(value) })}
      />
      <NumberInput
        label={t('training.passPercent')}
        description={t('training.passPercent.hint')}
        min={1}
        max={100}
        value={draft.passPercent}
        onChange={(value) => onChange({ passPercent: value === '' ? '' : Number(value) })}
      />
      <NumberInput
        label={t('training.certificateMonths')}
        description={t('training.certificateMonths.hint')}
        min={1}
        max={240}
        value={draft.certificateMonths}
        onChange={(value) => onChange({ certificateMonths: value === '' ? '' : Number(value) })}
      />
    </div>
  )
}

const LEVELS = ['1', '2', '3', '4', '5'] as const

interface TaughtFieldsProps extends MeasuresProps {
  readonly error: string | false
}

/** The competences it brings people to, one line each, and one to add another. */
function TaughtFields({ draft, error, onChange }: TaughtFieldsProps): ReactElement {
  const { locale, t } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const lines = [...draft.competences, { code: '', level: 3 }]
  const put = (at: number, line: CourseDraft['competences'][number]): void =>
    onChange({
      competences: lines.map((one, i) => (i === at ? line : one)).filter(({ code }) => code !== ''),
    })
  return (
    <>
      {lines.map((line, at) => (
        <div key={line.code} className={styles['line']}>
          <NativeSelect
            label={t('training.competence')}
            value={line.code}
            data={[
              { value: '', label: t('people.choose') },
              ...known.map(({ code, name }) => ({ value: code, label: name[locale] })),
            ]}
            onChange={({ currentTarget }) => put(at, { ...line, code: currentTarget.value })}
            error={at === 0 && error}
          />
          <NativeSelect
            label={t('training.toLevel')}
            value={String(line.level)}
            data={[...LEVELS]}
            onChange={({ currentTarget }) =>
              put(at, { ...line, level: Number(currentTarget.value) })
            }
          />
        </div>
      ))}
    </>
  )
}
