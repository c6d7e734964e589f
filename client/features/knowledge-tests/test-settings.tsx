import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useSending } from '../../lib/use-sending.ts'
import type { KnowledgeTest } from './tests-headline.ts'

import styles from './knowledge-tests.module.css'

interface TestSettingsProps {
  readonly tests: readonly KnowledgeTest[]
  readonly canManage: boolean
}

const DEFAULTS = { questionCount: 10, minutes: 20, passPercent: 80, level: '3', attempts: 2 }

/** How each competence is tested: how many questions, how long, from what it is passed. */
export function TestSettings({ tests, canManage }: TestSettingsProps): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const nameOf = useCompetenceNames()
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <section className={styles['section']} aria-label={t('tests.settings')}>
      <h2 className={styles['title']}>{t('tests.settings')}</h2>
      {tests.length === 0 && <p className={styles['note']}>{t('tests.settings.none')}</p>}
      <ul className={styles['list']}>
        {tests.map((test) => (
          <li key={test.competenceCode}>
            <span>
              <b>{nameOf(test.competenceCode)}</b>:{' '}
              {t('tests.settings.words', {
                count: test.questionCount,
                bank: test.bankSize,
                minutes: test.minutes,
                share: format.percent(test.passShare),
                level: test.level,
                attempts: test.attempts,
              })}
            </span>
            {canManage && (
              <Button variant="subtle" onClick={() => setEditing(test.competenceCode)}>
                {t('tests.settings.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canManage && editing === null && (
        <Button variant="default" onClick={() => setEditing('')}>
          {t('tests.settings.add')}
        </Button>
      )}
      {editing !== null && (
        <SettingsForm
          key={editing}
          before={tests.find(({ competenceCode }) => competenceCode === editing)}
          onDone={() => setEditing(null)}
        />
      )}
    </section>
  )
}

interface SettingsFormProps {
  readonly before: KnowledgeTest | undefined
  readonly onDone: () => void
}

function SettingsForm({ before, onDone }: SettingsFormProps): ReactElement {
  const { locale, t } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const { problem, isBusy, send } = useSending()
  const [code, setCode] = useState(before?.competenceCode ?? '')
  const [draft, setDraft] = useState(
    before === undefined
      ? DEFAULTS
      : {
          ...before,
          passPercent: Math.round(before.passShare * 100),
          level: String(before.level),
        },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (code === '') return
    const { questionCount, minutes, passPercent, level, attempts } = draft
    const body = {
      questionCount,
      minutes,
      passShare: passPercent / 100,
      level: Number(level),
      attempts,
    }
    const params = { path: { competenceCode: code } }
    void send(fetchClient.PUT('/api/v1/knowledge-tests/{competenceCode}', { params, body }), onDone)
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className={styles['form']}
      aria-label={t('tests.settings.change')}
    >
      <NativeSelect
        label={t('training.competence')}
        value={code}
        disabled={before !== undefined}
        data={[
          { value: '', label: t('people.choose') },
          ...known.map((one) => ({ value: one.code, label: one.name[locale] })),
        ]}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <SettingsFields draft={draft} onChange={setDraft} />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface SettingsFieldsProps {
  readonly draft: typeof DEFAULTS
  readonly onChange: (draft: typeof DEFAULTS) => void
}

/** Numbers of a test, each with the most that it may be. */
const MOST = { questionCount: 200, minutes: 240, passPercent: 100, attempts: 10 } as const

function SettingsFields({ draft, onChange }: SettingsFieldsProps): ReactElement {
  const { t } = useLocale()
  return (
    <div className={styles['line']}>
      {(['questionCount', 'minutes', 'passPercent', 'attempts'] as const).map((key) => (
        <NumberInput
          key={key}
          label={t(`tests.settings.${key}`)}
          min={1}
          max={MOST[key]}
          value={draft[key]}
          onChange={(value) => onChange({ ...draft, [key]: Number(value) })}
        />
      ))}
      <NativeSelect
        label={t('tests.settings.level')}
        value={draft.level}
        data={['1', '2', '3', '4', '5']}
        onChange={({ currentTarget }) => onChange({ ...draft, level: currentTarget.value })}
      />
    </div>
  )
}
