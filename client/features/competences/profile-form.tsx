import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'
import { wholeName } from '../../lib/whole-name.ts'

import styles from './competences.module.css'

type Profile = components['schemas']['PositionProfile']
type Draft = Pick<Profile, 'code' | 'name' | 'function' | 'duties' | 'competences'>

const FUNCTIONS = ['17.1', '17.2', '17.3', '17.4', '17.5', '17.6'] as const

interface ProfileFormProps {
  /** Undefined makes a new one. */
  readonly before: Profile | undefined
  readonly onDone: () => void
}

const EMPTY = {
  code: '',
  name: { kk: '', ru: '', en: '' },
  function: null,
  duties: '',
  competences: [],
}

/** What a position is, does and asks for. A change makes a new version, to be read again. */
export function ProfileForm({ before, onDone }: ProfileFormProps): ReactElement {
  const { t } = useLocale()
  const start: Draft = before ?? EMPTY
  const [draft, setDraft] = useState(start)
  const [isMissing, setMissing] = useState(false)
  const { problem, isBusy, send } = useSending()
  useUnsaved(draft !== start)
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const save = (): void => {
    const whole = wholeName(draft.name)
    setMissing(whole === null)
    if (whole === null) return
    const { code, duties, competences } = draft
    const body = {
      code: code.trim(),
      name: { ...whole },
      function: draft.function,
      duties,
      competences,
    }
    const work =
      before === undefined
        ? fetchClient.POST('/api/v1/position-profiles', { body })
        : fetchClient.PUT('/api/v1/position-profiles/{code}', {
            params: { path: { code: before.code } },
            body,
          })
    void send(work, onDone)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('profiles.title')}>
      <ProfileFields draft={draft} isMissing={isMissing} onChange={change} />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface ProfileFieldsProps {
  readonly draft: Draft
  readonly isMissing: boolean
  readonly onChange: (part: Partial<Draft>) => void
}

function ProfileFields({ draft, isMissing, onChange: change }: ProfileFieldsProps): ReactElement {
  const { t } = useLocale()
  return (
    <>
      <TextInput
        label={t('settings.queue.code')}
        value={draft.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
        data-autofocus
      />
      <NameFields
        name={draft.name}
        isMissing={isMissing}
        onChange={(name) => change({ name: { ...name } })}
      />
      <NativeSelect
        label={t('profiles.function')}
        value={draft.function ?? ''}
        data={[
          { value: '', label: t('profiles.noFunction') },
          ...FUNCTIONS.map((value) => ({ value, label: `${value} ${t(`functions.${value}`)}` })),
        ]}
        onChange={({ currentTarget }) =>
          change({ function: FUNCTIONS.find((one) => one === currentTarget.value) ?? null })
        }
      />
      <Textarea
        label={t('profiles.duties')}
        value={draft.duties}
        onChange={(event) => change({ duties: event.currentTarget.value })}
        autosize
        minRows={2}
      />
      <NeedFields
        needs={draft.competences}
        onChange={(competences) => change({ competences: [...competences] })}
      />
    </>
  )
}

type Needs = Profile['competences']

interface NeedFieldsProps {
  readonly needs: Needs
  readonly onChange: (needs: Needs) => void
}

const LEVELS = [1, 2, 3, 4, 5] as const

function NeedFields({ needs, onChange }: NeedFieldsProps): ReactElement {
  const { locale, t } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const names = new Map(known.map(({ code, name }) => [code, name[locale]]))
  const rest = known.filter(({ code }) => needs.every((need) => need.code !== code))
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={styles['kind']}>{t('profiles.needs')}</legend>
      {needs.map(({ code, minLevel }) => (
        <div key={code} className={styles['head']}>
          <span>{names.get(code) ?? code}</span>
          <span className={styles['line']}>
            <NativeSelect
              aria-label={`${names.get(code) ?? code}: ${t('assess.level')}`}
              value={String(minLevel)}
              data={LEVELS.map((level) => ({
                value: String(level),
                label: `${level}: ${t(`assess.level.${level}`)}`,
              }))}
              onChange={({ currentTarget }) => {
                const level = Number(currentTarget.value)
                onChange(
                  needs.map((need) => (need.code === code ? { ...need, minLevel: level } : need)),
                )
              }}
            />
            <Button
              variant="subtle"
              onClick={() => onChange(needs.filter((need) => need.code !== code))}
            >
              {t('profiles.removeNeed')}
            </Button>
          </span>
        </div>
      ))}
      <NativeSelect
        aria-label={t('profiles.addNeed')}
        value=""
        data={[
          { value: '', label: t('profiles.addNeed') },
          ...rest.map(({ code, name }) => ({ value: code, label: name[locale] })),
        ]}
        onChange={({ currentTarget }) => {
          const code = currentTarget.value
          if (code !== '') onChange([...needs, { code, minLevel: 3 }])
        }}
      />
    </fieldset>
  )
}
