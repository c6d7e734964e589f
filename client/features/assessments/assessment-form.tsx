import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { JudgementLine } from '../../components/judgement-line/judgement-line.tsx'
import { resultsOf } from '../../components/judgement-line/judgement.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useToday } from '../../lib/use-today.ts'
import { type AssessmentDraft, type DraftFault, draftFaults, METHODS } from './assessment-draft.ts'
import type { DuePerson } from './due-list.tsx'

import styles from './assessments.module.css'

interface AssessmentFormProps {
  readonly people: readonly DuePerson[]
  /** Whom it is about, when that is known already. */
  readonly operatorId: string
  readonly onDone: () => void
}

/** The assessor's form: large enough for a finger, one line a competence, the anchor under it. */
export function AssessmentForm({ people, operatorId, onDone }: AssessmentFormProps): ReactElement {
  const { t } = useLocale()
  const queries = useQueryClient()
  const today = useToday()
  const competences = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const [draft, setDraft] = useState<AssessmentDraft>({
    operatorId,
    method: 'observation',
    assessedOn: today,
    evidence: '',
    judgements: {},
  })
  const held = useHeldWords(draft.operatorId)
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  useUnsaved(resultsOf(draft.judgements).length > 0 && !isBusy)
  const faults = isChecked ? draftFaults(draft) : []
  const change = (part: Partial<AssessmentDraft>): void => setDraft({ ...draft, ...part })
  const send = async (): Promise<void> => {
    setBusy(true)
    const { judgements: _, ...rest } = draft
    const body = { ...rest, results: resultsOf(draft.judgements) }
    const { error } = await fetchClient.POST('/api/v1/assessments', { body })
    setBusy(false)
    setProblem(error ?? null)
    if (error !== undefined) return
    void queries.invalidateQueries()
    onDone()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (draftFaults(draft).length === 0) void send()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('assess.begin')}>
      <h2 className={styles['title']}>{t('assess.begin')}</h2>
      <WhoAndHow draft={draft} people={people} faults={faults} onChange={change} />
      {faults.includes('judgements') && <p role="alert">{t('assess.fault.judgements')}</p>}
      {competences.map((competence) => (
        <JudgementLine
          key={competence.code}
          competence={competence}
          judgement={draft.judgements[competence.code] ?? { level: '', evidence: '' }}
          held={held.get(competence.code)}
          onChange={(judgement) =>
            change({ judgements: { ...draft.judgements, [competence.code]: judgement } })
          }
        />
      ))}
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('assess.saveDraft')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

/** What somebody holds now, and until when, in words by competence; nothing before it is known who. */
function useHeldWords(operatorId: string): ReadonlyMap<string, string> {
  const t = useTranslate()
  const date = useDateText()
  const today = useToday()
  const params = { path: { operatorId: operatorId as DuePerson['operatorId'] } }
  const enabled = operatorId !== ''
  const card = api.useQuery('get', '/api/v1/operators/{operatorId}', { params }, { enabled }).data
  return new Map(
    card?.competences.map(({ code, level, validUntil }) => {
      const until = { date: date(validUntil) }
      const isExpired = validUntil !== null && validUntil < today
      const words = t(isExpired ? 'people.expiredOn' : 'people.validUntil', until)
      return [code, t('assess.now', { level, until: words })]
    }),
  )
}

interface WhoAndHowProps {
  readonly draft: AssessmentDraft
  readonly people: readonly DuePerson[]
  readonly faults: readonly DraftFault[]
  readonly onChange: (part: Partial<AssessmentDraft>) => void
}

function WhoAndHow({ draft, people, faults, onChange }: WhoAndHowProps): ReactElement {
  const { t } = useLocale()
  const missing = (fault: DraftFault) => faults.includes(fault) && t('people.fault.missing')
  return (
    <>
      <div className={styles['line']}>
        <NativeSelect
          label={t('assess.who')}
          value={draft.operatorId}
          data={[
            { value: '', label: t('people.choose') },
            ...people
              .toSorted((a, b) => a.fullName.localeCompare(b.fullName))
              .map((one) => ({
                value: one.operatorId,
                label: `${one.fullName}, ${one.personnelNumber}`,
              })),
          ]}
          onChange={({ currentTarget }) => onChange({ operatorId: currentTarget.value })}
          error={missing('operatorId')}
        />
        <NativeSelect
          label={t('assess.method')}
          value={draft.method}
          data={METHODS.map((value) => ({ value, label: t(`assess.method.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({
              method: METHODS.find((one) => one === currentTarget.value) ?? 'observation',
            })
          }
        />
        <TextInput
          type="date"
          label={t('assess.on')}
          value={draft.assessedOn}
          onChange={(event) => onChange({ assessedOn: event.currentTarget.value })}
          error={missing('assessedOn')}
        />
      </div>
      <Textarea
        label={t('assess.evidence')}
        description={t('assess.evidence.hint')}
        value={draft.evidence}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
        error={missing('evidence')}
        autosize
        minRows={2}
      />
    </>
  )
}
