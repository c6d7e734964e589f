import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  TextInput,
} from '@mantine/core'
import type { ReactElement } from 'react'

import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { LIMITED, type RuleDraft, type RuleFault } from './rule-draft.ts'
import type { RuleNames } from './use-rules.ts'

export interface RuleFieldsProps {
  readonly draft: RuleDraft
  readonly names: RuleNames
  readonly faults: readonly RuleFault[]
  readonly onChange: (part: Partial<RuleDraft>) => void
}

/** What a rule of the chosen kind asks for. */
export function RuleFields(props: RuleFieldsProps): ReactElement {
  const { kind } = props.draft
  return (
    <>
      {kind === 'people_on_shift' && <WindowFields {...props} />}
      {kind === 'shifts_of_kind' && <ShapesOfKind {...props} />}
      {kind === 'forbidden_succession' && <Succession {...props} />}
      {kind === 'rotation' && <Rotation {...props} />}
      {kind === 'start_spread' && <StartSpread {...props} />}
      {kind === 'works_with' && <Together {...props} />}
      {LIMITED.has(kind) && <LimitFields {...props} />}
    </>
  )
}

function LimitFields({ draft, faults, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  const field = (name: 'min' | 'max') => (
    <NumberInput
      label={t(`rules.${name}.${draft.kind === 'people_on_shift' ? 'people' : 'count'}`)}
      min={0}
      max={10_000}
      allowDecimal={false}
      value={draft[name] ?? ''}
      onChange={(value) => onChange({ [name]: value === '' ? null : Number(value) })}
      error={faults.includes('limits') && t('rules.fault.limits')}
    />
  )
  return (
    <Group grow align="start">
      {field('min')}
      {field('max')}
    </Group>
  )
}

interface ShapeListProps extends Pick<RuleFieldsProps, 'names'> {
  readonly label: string
  readonly value: readonly string[]
  readonly isWrong: boolean
  readonly onChange: (codes: string[]) => void
}

function ShapeList({ label, value, names, isWrong, onChange }: ShapeListProps): ReactElement {
  const t = useTranslate()
  return (
    <MultiSelect
      label={label}
      data={names.shapes.map(({ code }) => code)}
      value={[...value]}
      onChange={onChange}
      searchable
      error={isWrong && value.length === 0 && t('rules.fault.shapes')}
    />
  )
}

function ShapesOfKind({ draft, names, faults, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <ShapeList
        label={t('rules.shapes')}
        names={names}
        value={draft.shapes}
        isWrong={faults.includes('shapes')}
        onChange={(shapes) => onChange({ shapes })}
      />
      <NativeSelect
        label={t('rules.per')}
        value={draft.per}
        data={[
          { value: 'week', label: t('rules.per.week') },
          { value: 'period', label: t('rules.per.period') },
        ]}
        onChange={(event) =>
          onChange({ per: event.currentTarget.value === 'week' ? 'week' : 'period' })
        }
      />
    </>
  )
}

function Succession({ draft, names, faults, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  const isWrong = faults.includes('shapes')
  return (
    <>
      <ShapeList
        label={t('rules.first')}
        names={names}
        value={draft.first}
        isWrong={isWrong}
        onChange={(first) => onChange({ first })}
      />
      <ShapeList
        label={t('rules.next')}
        names={names}
        value={draft.next}
        isWrong={isWrong}
        onChange={(next) => onChange({ next })}
      />
    </>
  )
}

function Rotation({ draft, names, faults, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  const { cycle } = draft
  return (
    <>
      {cycle.map((week, at) => (
        <ShapeList
          // oxlint-disable-next-line react/no-array-index-key -- a week of the cycle is its place
          key={at}
          label={t('rules.cycleWeek', { week: at + 1 })}
          names={names}
          value={week}
          isWrong={faults.includes('shapes')}
          onChange={(codes) => onChange({ cycle: cycle.with(at, codes) })}
        />
      ))}
      <Group gap="xs">
        <Button variant="default" onClick={() => onChange({ cycle: [...cycle, []] })}>
          {t('rules.cycle.add')}
        </Button>
        <Button
          variant="default"
          disabled={cycle.length < 2}
          onClick={() => onChange({ cycle: cycle.slice(0, -1) })}
        >
          {t('rules.cycle.remove')}
        </Button>
      </Group>
      <NumberInput
        label={t('rules.offset')}
        min={0}
        max={11}
        allowDecimal={false}
        value={draft.offsetWeeks}
        onChange={(value) => onChange({ offsetWeeks: Number(value) })}
      />
    </>
  )
}

function StartSpread({ draft, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <NumberInput
      label={t('rules.spread')}
      min={0}
      max={24}
      step={0.5}
      value={draft.maxMin / 60}
      onChange={(value) => onChange({ maxMin: Math.round(Number(value) * 60) })}
    />
  )
}

function Together({ draft, names, faults, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <Group grow align="start">
      <NativeSelect
        label={t('rules.other')}
        value={draft.otherId}
        data={[
          { value: '', label: '' },
          ...names.operators.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ otherId: event.currentTarget.value })}
        error={faults.includes('other') && t('rules.fault.other')}
      />
      <Overlap draft={draft} onChange={onChange} />
    </Group>
  )
}

function Overlap({ draft, onChange }: Pick<RuleFieldsProps, 'draft' | 'onChange'>): ReactElement {
  const t = useTranslate()
  return (
    <NumberInput
      label={t('rules.overlap')}
      min={0.25}
      max={24}
      step={0.5}
      value={draft.minOverlapMin / 60}
      onChange={(value) =>
        onChange({ minOverlapMin: Math.max(15, Math.round(Number(value) * 60)) })
      }
    />
  )
}

function WindowFields({ draft, onChange }: RuleFieldsProps): ReactElement {
  const { t, locale } = useLocale()
  const days = DATE_NAMES[locale].weekdaysShort
  return (
    <>
      <Group grow align="start">
        <TextInput
          type="time"
          required
          label={t('part.hours.from')}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          required
          label={t('part.hours.to')}
          value={draft.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
        <Overlap draft={draft} onChange={onChange} />
      </Group>
      <Checkbox.Group
        label={t('part.days')}
        value={draft.weekdays.map(String)}
        onChange={(chosen) => onChange({ weekdays: chosen.map(Number) })}
      >
        <Group gap="sm" pt={6}>
          {days.map((name, day) => (
            <Checkbox key={name} value={String(day)} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox
        label={t('rules.office')}
        description={t('rules.office.hint')}
        checked={draft.isOffice}
        onChange={(event) => onChange({ isOffice: event.currentTarget.checked })}
      />
    </>
  )
}
