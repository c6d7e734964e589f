import { Button, Checkbox, Modal, NativeSelect, NumberInput, Radio } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { api } from '../../../lib/api.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../../lib/planning-week.ts'
import type { Requirement, Schedule } from '../versions/schedule-versions.ts'
import {
  type Effort,
  EFFORTS,
  type GenerateWish,
  isMadeByWait,
  possibleLengths,
  toOrder,
} from './generate-form.ts'
import { OrderDiagnosis } from './order-diagnosis.tsx'

import styles from '../dialogs.module.css'

interface GenerateDialogProps {
  /** Mondays that a requirement covers. */
  readonly weeks: readonly PlanningWeek[]
  /** The week that the page shows. */
  readonly week: string
  readonly requirements: readonly Requirement[]
  /** What the page shows: the locked shifts of a draft may stay, and its way with spare hours is kept. */
  readonly schedule: Schedule | undefined
  readonly onStarted: (jobId: string) => void
  readonly onClose: () => void
}

/** What to generate: which weeks, how thoroughly, and whether what is locked stays. */
export function GenerateDialog(props: GenerateDialogProps): ReactElement {
  const { weeks, requirements, schedule, onStarted, onClose } = props
  const t = useTranslate()
  const [wish, setWish] = useState<GenerateWish>(() => ({
    fromDate: weeks.some(({ date }) => date === props.week) ? props.week : (weeks[0]?.date ?? ''),
    weeks: 1,
    effort: 'good',
    keepLocked: true,
    leaveSpare: schedule?.leaveSpareHours ?? false,
    seed: 1,
  }))
  const start = api.useMutation('post', '/api/v1/schedules', {
    onSuccess: ({ id }) => {
      onStarted(id)
      onClose()
    },
  })
  const lockedIn = schedule?.status === 'draft' ? schedule.id : null
  const order = toOrder(wish, requirements, lockedIn)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (order !== null) start.mutate({ body: order })
  }
  const change = (part: Partial<GenerateWish>): void => setWish((old) => ({ ...old, ...part }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('generate.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form className={styles['form']} onSubmit={submit}>
        <WeeksChoice {...props} wish={wish} onChange={change} />
        <EffortChoice effort={wish.effort} onChange={(effort) => change({ effort })} />
        {lockedIn !== null && (
          <Checkbox
            checked={wish.keepLocked}
            onChange={(event) => change({ keepLocked: event.currentTarget.checked })}
            label={t('generate.keepLocked')}
          />
        )}
        {isMadeByWait(wish, requirements) && <SpareChoice wish={wish} onChange={change} />}
        <SeedField seed={wish.seed} onChange={(seed) => change({ seed })} />
        {order !== null && <OrderDiagnosis order={order} />}
        {start.error !== null && <FailedState problem={start.error} />}
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={start.isPending}>
            {t('generate.start')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface WeeksChoiceProps extends Pick<GenerateDialogProps, 'weeks' | 'requirements'> {
  readonly wish: GenerateWish
  readonly onChange: (part: Partial<GenerateWish>) => void
}

function WeeksChoice({ weeks, requirements, wish, onChange }: WeeksChoiceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const lengths = possibleLengths(wish.fromDate, requirements)
  return (
    <div className={styles['pair']}>
      <NativeSelect
        label={t('generate.from')}
        data-autofocus
        value={wish.fromDate}
        data={weeks.map(({ date, startMs }) => ({ value: date, label: format.longDay(startMs) }))}
        onChange={(event) => {
          const fromDate = event.currentTarget.value
          const longest = possibleLengths(fromDate, requirements).at(-1) ?? 1
          onChange({ fromDate, weeks: Math.min(wish.weeks, longest) })
        }}
      />
      <NativeSelect
        label={t('generate.weeks')}
        value={String(wish.weeks)}
        data={lengths.map((count) => ({
          value: String(count),
          label: t('generate.weekCount', { count }),
        }))}
        onChange={(event) => onChange({ weeks: Number(event.currentTarget.value) })}
      />
    </div>
  )
}

interface SpareChoiceProps {
  readonly wish: GenerateWish
  readonly onChange: (part: Partial<GenerateWish>) => void
}

/** How a promise over the week is kept, and what becomes of the hours that it does not need. */
function SpareChoice({ wish, onChange }: SpareChoiceProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <p className={styles['words']}>{t('generate.promise')}</p>
      <Checkbox
        checked={wish.leaveSpare}
        onChange={(event) => onChange({ leaveSpare: event.currentTarget.checked })}
        label={t('generate.spare')}
        description={t('generate.spare.hint')}
      />
    </>
  )
}

interface SeedFieldProps {
  readonly seed: number
  readonly onChange: (seed: number) => void
}

/** Only who wants the same schedule again, or another one, needs it. */
function SeedField({ seed, onChange }: SeedFieldProps): ReactElement {
  const t = useTranslate()
  return (
    <details className={styles['advanced']}>
      <summary>{t('generate.advanced')}</summary>
      <NumberInput
        label={t('generate.seed')}
        description={t('generate.seed.hint')}
        min={1}
        max={2_147_483_647}
        allowDecimal={false}
        hideControls
        value={seed}
        onChange={(value) => onChange(Math.max(1, Number(value)))}
      />
    </details>
  )
}

interface EffortChoiceProps {
  readonly effort: Effort
  readonly onChange: (effort: Effort) => void
}

function EffortChoice({ effort, onChange }: EffortChoiceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const choices: readonly Effort[] = ['quick', 'good', 'best']
  return (
    <Radio.Group
      label={t('generate.effort')}
      value={effort}
      onChange={(value) => {
        const chosen = choices.find((one) => one === value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      <div className={styles['choices']}>
        {choices.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`generate.effort.${one}`)}
            description={t('generate.effort.limit', {
              time:
                EFFORTS[one] < 60 ? format.seconds(EFFORTS[one]) : format.duration(EFFORTS[one]),
            })}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
