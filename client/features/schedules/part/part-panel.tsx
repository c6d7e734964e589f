import { Button, Checkbox, Radio, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { PersonDrawer } from '../person-drawer.tsx'
import { type PartForm, toPartOrder } from './part-form.ts'
import type { ReoptimisationDesk } from './use-reoptimisation.ts'

import styles from './part-panel.module.css'

interface PartPanelProps {
  readonly desk: ReoptimisationDesk
  readonly when: string
  /** Days of the shown week that have not begun. */
  readonly dates: readonly string[]
  /** Those of them that are chosen at first. */
  readonly chosen: readonly string[]
  /** How many days of it have. */
  readonly begunCount: number
  /** People whom the filter shows; all of them when it shows everybody. */
  readonly shownIds: readonly string[]
  readonly isFiltered: boolean
  /** How the week was made; null where all owed hours are planned anyway. */
  readonly leaveSpare: boolean | null
}

/** What of the week is to be made anew: days, hours, people, or breaks alone. */
export function PartPanel(props: PartPanelProps): ReactElement {
  const { desk, chosen, shownIds } = props
  const t = useTranslate()
  const [form, setForm] = useState<PartForm>({
    dates: chosen,
    hours: null,
    isShownOnly: props.isFiltered,
    isBreaksOnly: false,
    leaveSpare: props.leaveSpare,
  })
  const change = (part: Partial<PartForm>): void => setForm((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    desk.order(toPartOrder(form, shownIds))
  }
  return (
    <PersonDrawer name={t('part.title')} when={props.when} onClose={desk.close}>
      <form className={styles['form']} onSubmit={submit}>
        <p className={styles['note']}>{t('part.intro')}</p>
        <DaysField {...props} form={form} onChange={change} />
        <HoursField form={form} onChange={change} />
        <PeopleField {...props} form={form} onChange={change} />
        <Radio.Group
          label={t('part.what')}
          value={form.isBreaksOnly ? 'breaks' : 'shifts'}
          onChange={(value) => change({ isBreaksOnly: value === 'breaks' })}
        >
          <div className={styles['choices']}>
            <Radio value="shifts" label={t('part.what.shifts')} />
            <Radio value="breaks" label={t('part.what.breaks')} />
          </div>
        </Radio.Group>
        {form.leaveSpare !== null && !form.isBreaksOnly && (
          <Checkbox
            checked={form.leaveSpare}
            onChange={(event) => change({ leaveSpare: event.currentTarget.checked })}
            label={t('generate.spare')}
            description={t('generate.spare.hint')}
          />
        )}
        {desk.problem !== null && <FailedState problem={desk.problem} />}
        <Button type="submit" loading={desk.isOrdering} disabled={form.dates.length === 0}>
          {t('part.start')}
        </Button>
      </form>
    </PersonDrawer>
  )
}

interface FieldProps {
  readonly form: PartForm
  readonly onChange: (part: Partial<PartForm>) => void
}

function DaysField({
  form,
  dates,
  begunCount,
  onChange,
}: FieldProps & Pick<PartPanelProps, 'dates' | 'begunCount'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  return (
    <Checkbox.Group
      label={t('part.days')}
      {...(begunCount > 0 ? { description: t('part.days.begun', { count: begunCount }) } : {})}
      value={[...form.dates]}
      onChange={(chosen) => onChange({ dates: dates.filter((date) => chosen.includes(date)) })}
    >
      <div className={styles['days']}>
        {dates.map((date) => (
          <Checkbox
            key={date}
            value={date}
            label={format.shortDay(fromLocalInput(`${date}T00:00`, timeZone) ?? 0)}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

const FIRST_HOURS = { from: '10:00', to: '14:00' }

function HoursField({ form, onChange }: FieldProps): ReactElement {
  const t = useTranslate()
  const { hours } = form
  return (
    <Radio.Group
      label={t('part.hours')}
      value={hours === null ? 'all' : 'some'}
      onChange={(value) => onChange({ hours: value === 'all' ? null : FIRST_HOURS })}
    >
      <div className={styles['choices']}>
        <Radio value="all" label={t('part.hours.all')} />
        <Radio value="some" label={t('part.hours.some')} />
        {hours !== null && (
          <div className={styles['pair']}>
            <TextInput
              type="time"
              required
              label={t('part.hours.from')}
              value={hours.from}
              onChange={(event) => onChange({ hours: { ...hours, from: event.target.value } })}
            />
            <TextInput
              type="time"
              required
              label={t('part.hours.to')}
              value={hours.to}
              onChange={(event) => onChange({ hours: { ...hours, to: event.target.value } })}
            />
          </div>
        )}
      </div>
    </Radio.Group>
  )
}

function PeopleField({
  form,
  shownIds,
  onChange,
}: FieldProps & Pick<PartPanelProps, 'shownIds'>): ReactElement {
  const t = useTranslate()
  return (
    <Radio.Group
      label={t('part.people')}
      description={t('part.people.hint')}
      value={form.isShownOnly ? 'shown' : 'all'}
      onChange={(value) => onChange({ isShownOnly: value === 'shown' })}
    >
      <div className={styles['choices']}>
        <Radio value="all" label={t('part.people.all')} />
        <Radio
          value="shown"
          disabled={shownIds.length === 0}
          label={t('part.people.shown', { count: shownIds.length })}
        />
      </div>
    </Radio.Group>
  )
}
