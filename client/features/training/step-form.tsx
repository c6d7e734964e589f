import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import type { Need } from './training-headline.ts'
import { type Course, useCourses } from './use-training.ts'

import styles from './training.module.css'

const WAYS = ['course', 'mentoring', 'self_study'] as const
type Way = (typeof WAYS)[number]

interface StepFormProps {
  readonly need: Need
  readonly onDone: () => void
}

/** How somebody is to learn what they lack, and by when. */
export function StepForm({ need, onDone }: StepFormProps): ReactElement {
  const { t } = useLocale()
  const today = useToday()
  const nameOf = useCompetenceNames()
  const courses = useCourses()
  const fitting = fittingCourses(courses, need)
  const { problem, isBusy, send } = useSending()
  const [chosenWay, setWay] = useState<Way | null>(null)
  const [course, setCourse] = useState<string | null>(null)
  const [mentorId, setMentorId] = useState('')
  const [dueOn, setDueOn] = useState('')
  const way = chosenWay ?? (fitting.length > 0 ? 'course' : 'mentoring')
  const code = course ?? [...fitting, ...courses][0]?.code ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const body = {
      operatorId: need.operatorId,
      competenceCode: need.competenceCode,
      targetLevel: Math.max(1, need.requiredLevel),
      way,
      courseCode: way === 'course' ? code : null,
      mentorId: way === 'mentoring' && mentorId !== '' ? mentorId : null,
      dueOn: dueOn === '' ? today : dueOn,
    }
    void send(fetchClient.POST('/api/v1/development-steps', { body }), onDone)
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className={styles['form']}
      aria-label={t('training.plan.add')}
    >
      <h2 className={styles['title']}>
        {need.fullName}: {nameOf(need.competenceCode)}
      </h2>
      <div className={styles['line']}>
        <WayChoice value={way} onChange={setWay} />
        {way === 'course' && (
          <CourseChoice
            courses={fitting.length > 0 ? fitting : courses}
            value={course}
            onChange={setCourse}
          />
        )}
        {way === 'mentoring' && (
          <MentorChoice ofId={need.operatorId} value={mentorId} onChange={setMentorId} />
        )}
        <TextInput
          type="date"
          label={t('training.dueOn')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </div>
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('training.plan.add')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

/** Those that bring somebody to the level, first. */
function fittingCourses(courses: readonly Course[], need: Need): readonly Course[] {
  return courses.filter(({ competences }) =>
    competences.some(
      ({ code, level }) => code === need.competenceCode && level >= need.requiredLevel,
    ),
  )
}

interface WayChoiceProps {
  readonly value: Way
  readonly onChange: (way: Way) => void
}

function WayChoice({ value, onChange }: WayChoiceProps): ReactElement {
  const { t } = useLocale()
  return (
    <NativeSelect
      label={t('training.way')}
      value={value}
      data={WAYS.map((way) => ({ value: way, label: t(`training.way.${way}`) }))}
      onChange={({ currentTarget }) =>
        onChange(WAYS.find((one) => one === currentTarget.value) ?? 'course')
      }
    />
  )
}

interface CourseChoiceProps {
  readonly courses: readonly Course[]
  readonly value: string | null
  readonly onChange: (code: string) => void
}

function CourseChoice({ courses, value, onChange }: CourseChoiceProps): ReactElement {
  const { locale, t } = useLocale()
  if (courses.length === 0) return <p className={styles['note']}>{t('training.courses.none')}</p>
  return (
    <NativeSelect
      label={t('training.course')}
      value={value ?? courses[0]?.code ?? ''}
      data={courses.map(({ code, name }) => ({ value: code, label: name[locale] }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

interface MentorChoiceProps {
  readonly ofId: string
  readonly value: string
  readonly onChange: (operatorId: string) => void
}

function MentorChoice({ ofId, value, onChange }: MentorChoiceProps): ReactElement {
  const { t } = useLocale()
  const people = api.useQuery('get', '/api/v1/operators').data?.operators ?? []
  return (
    <NativeSelect
      label={t('training.mentor')}
      value={value}
      data={[
        { value: '', label: t('training.mentor.none') },
        ...people
          .filter(({ id }) => id !== ofId)
          .map(({ id, fullName }) => ({ value: id, label: fullName })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
