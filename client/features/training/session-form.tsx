import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { PeopleChoice } from '../../components/people-choice.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { fromLocalInput, toLocalInput } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { SessionProposals } from './session-proposals.tsx'
import type { Need } from './training-headline.ts'
import { type Proposal, useCourses } from './use-training.ts'

import styles from './training.module.css'

interface SessionFormProps {
  readonly needs: readonly Need[]
  readonly onDone: () => void
}

interface Draft {
  /** Null: those whose plan names the course, whoever they are by now. */
  readonly people: readonly string[] | null
  readonly siteCode: string
  readonly room: string
  readonly trainer: string
  readonly places: number | ''
  readonly start: string
  readonly shortAgentHours: number | null
}

const EMPTY: Draft = {
  people: null,
  siteCode: '',
  room: '',
  trainer: '',
  places: '',
  start: '',
  shortAgentHours: null,
}

/** Who is taught what; then when it costs least; then where and by whom. */
export function SessionForm({ needs, onDone }: SessionFormProps): ReactElement {
  const { locale, t } = useLocale()
  const timeZone = useTimeZone()
  const courses = useCourses()
  const [chosen, setCourse] = useState('')
  const courseCode = chosen === '' ? (courses[0]?.code ?? '') : chosen
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const people = draft.people ?? plannedFor(needs, courseCode)
  const { problem, isBusy, send } = useSending()
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const take = (code: string): void => {
    setCourse(code)
    change({ people: null })
  }
  const takeProposal = (proposal: Proposal): void =>
    change({
      start: toLocalInput(Date.parse(proposal.startsAt), timeZone),
      shortAgentHours: proposal.shortAgentHours,
      people: proposal.present,
    })
  const startMs = fromLocalInput(draft.start, timeZone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (startMs === null) return
    const body = sessionBody(draft, { courseCode, startMs, people })
    void send(fetchClient.POST('/api/v1/training-sessions', { body }), onDone)
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className={styles['form']}
      aria-label={t('training.sessions.add')}
    >
      <NativeSelect
        label={t('training.course')}
        value={courseCode}
        data={courses.map(({ code, name }) => ({ value: code, label: name[locale] }))}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      <PeopleChoice
        hint={t('training.people.hint')}
        value={people}
        onChange={(chosen) => change({ people: chosen })}
      />
      <SessionProposals courseCode={courseCode} people={people} onTake={takeProposal} />
      <PlaceFields draft={draft} onChange={change} />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('training.sessions.place')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

/** Those whose plan names the course. */
function plannedFor(needs: readonly Need[], courseCode: string): string[] {
  const planned = needs.filter(
    ({ step }) => step?.status === 'planned' && step.courseCode === courseCode,
  )
  return [...new Set(planned.map(({ operatorId }) => operatorId))]
}

function sessionBody(
  draft: Draft,
  of: { readonly courseCode: string; readonly startMs: number; readonly people: readonly string[] },
) {
  const { courseCode, startMs, people } = of
  return {
    courseCode,
    siteCode: draft.siteCode === '' ? null : draft.siteCode,
    room: draft.room.trim(),
    trainer: draft.trainer.trim(),
    places: draft.places === '' ? Math.max(1, people.length) : draft.places,
    startsAt: new Date(startMs).toISOString(),
    operatorIds: [...people],
    ...(draft.shortAgentHours === null
      ? {}
      : { shortAgentHours: Math.max(0, draft.shortAgentHours) }),
  }
}

interface PlaceFieldsProps {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

function PlaceFields({ draft, onChange }: PlaceFieldsProps): ReactElement {
  const { locale, t } = useLocale()
  const sites = api.useQuery('get', '/api/v1/sites').data?.sites ?? []
  return (
    <div className={styles['line']}>
      <TextInput
        type="datetime-local"
        label={t('training.start')}
        value={draft.start}
        onChange={(event) => onChange({ start: event.currentTarget.value, shortAgentHours: null })}
      />
      <NativeSelect
        label={t('people.site')}
        value={draft.siteCode}
        data={[
          { value: '', label: t('training.remote') },
          ...sites.map(({ code, name }) => ({ value: code, label: name[locale] })),
        ]}
        onChange={({ currentTarget }) => onChange({ siteCode: currentTarget.value })}
      />
      <TextInput
        label={t('training.room')}
        value={draft.room}
        onChange={(event) => onChange({ room: event.currentTarget.value })}
      />
      <TextInput
        label={t('training.trainer')}
        value={draft.trainer}
        onChange={(event) => onChange({ trainer: event.currentTarget.value })}
      />
      <NumberInput
        label={t('training.places')}
        min={1}
        max={1000}
        value={draft.places}
        onChange={(value) => onChange({ places: value === '' ? '' : Number(value) })}
      />
    </div>
  )
}
