import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type BreakDraft, EMPTY_BREAK, type Typed } from './shape-draft.ts'

import styles from './working-time.module.css'

/** As many as the API takes. */
const BREAKS_MAX = 8

const KINDS = ['rest', 'meal', 'gap'] as const

const HOURS = { min: 0, max: 24, step: 0.25, decimalScale: 2 } as const

interface BreakFieldsProps {
  readonly breaks: readonly BreakDraft[]
  readonly isReadOnly: boolean
  /** One of them cannot be read. */
  readonly isFault: boolean
  readonly onChange: (breaks: readonly BreakDraft[]) => void
}

/** The breaks of a shift in the order of the day: what, how long, and between which hours they may begin. */
export function BreakFields(props: BreakFieldsProps): ReactElement {
  const { breaks, isReadOnly, isFault, onChange } = props
  const t = useTranslate()
  return (
    <fieldset className={styles['breaks']}>
      <legend>{t('workingTime.breaks')}</legend>
      <p className={styles['hint']}>{t('workingTime.breaks.hint')}</p>
      {breaks.map((pause, at) => (
        <BreakRow
          // oxlint-disable-next-line react/no-array-index-key -- a break has no name but its place
          key={at}
          pause={pause}
          number={at + 1}
          isReadOnly={isReadOnly}
          onChange={(part) =>
            onChange(breaks.map((one, i) => (i === at ? { ...one, ...part } : one)))
          }
          onDrop={() => onChange(breaks.filter((_, i) => i !== at))}
        />
      ))}
      {!isReadOnly && (
        <Button
          variant="default"
          size="compact-sm"
          w="max-content"
          disabled={breaks.length >= BREAKS_MAX}
          onClick={() => onChange([...breaks, EMPTY_BREAK])}
        >
          {t('workingTime.break.add')}
        </Button>
      )}
      {isFault && (
        <p role="alert" className={styles['fault']}>
          {t('workingTime.breaks.fault')}
        </p>
      )}
    </fieldset>
  )
}

interface BreakRowProps {
  readonly pause: BreakDraft
  readonly number: number
  readonly isReadOnly: boolean
  readonly onChange: (part: Partial<BreakDraft>) => void
  readonly onDrop: () => void
}

function BreakRow({ pause, number, isReadOnly, onChange, onDrop }: BreakRowProps): ReactElement {
  const t = useTranslate()
  const named = (what: string): string => t('workingTime.break.field', { what, number })
  return (
    <div className={styles['break']}>
      <NativeSelect
        aria-label={named(t('workingTime.break.kind'))}
        value={pause.kind}
        disabled={isReadOnly}
        data={[
          { value: 'rest', label: t('workingTime.break.rest') },
          { value: 'meal', label: t('workingTime.break.meal') },
          { value: 'gap', label: t('workingTime.break.gap') },
        ]}
        onChange={(event) =>
          onChange({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'rest' })
        }
      />
      <NumberInput
        aria-label={named(t('workingTime.break.length'))}
        suffix={` ${t('settings.unit.minute')}`}
        min={5}
        max={pause.kind === 'gap' ? 720 : 240}
        step={5}
        value={pause.length}
        readOnly={isReadOnly}
        onChange={(length) => onChange({ length })}
      />
      <HoursField
        label={named(t('workingTime.break.from'))}
        value={pause.from}
        isReadOnly={isReadOnly}
        onChange={(from) => onChange({ from })}
      />
      {pause.kind === 'gap' ? (
        <span />
      ) : (
        <HoursField
          label={named(t('workingTime.break.to'))}
          value={pause.to}
          isReadOnly={isReadOnly}
          onChange={(to) => onChange({ to })}
        />
      )}
      {!isReadOnly && (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={named(t('workingTime.break.drop'))}
          onClick={onDrop}
        >
          ×
        </ActionIcon>
      )}
    </div>
  )
}

interface HoursFieldProps {
  readonly label: string
  readonly value: Typed
  readonly isReadOnly: boolean
  readonly onChange: (value: Typed) => void
}

/** Hours from the start of the shift. */
function HoursField({ label, value, isReadOnly, onChange }: HoursFieldProps): ReactElement {
  const { locale, t } = useLocale()
  return (
    <NumberInput
      {...HOURS}
      aria-label={label}
      suffix={` ${t('settings.unit.hour')}`}
      decimalSeparator={locale === 'en' ? '.' : ','}
      value={value}
      readOnly={isReadOnly}
      onChange={onChange}
    />
  )
}
