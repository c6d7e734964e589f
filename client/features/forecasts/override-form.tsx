import {
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { toLocalInput } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import {
  type Override,
  type OverrideDraft,
  type OverrideFault,
  OVERRIDE_KINDS,
  readOverride,
} from './override.ts'

import styles from './override-form.module.css'

interface OverrideFormProps {
  /** The span that was picked on the chart, epoch milliseconds, half-open. */
  readonly startMs: number
  readonly endMs: number
  readonly isBusy: boolean
  readonly onSubmit: (override: Override) => void
  readonly onCancel: () => void
}

/** A planner knows something that history does not: what, when, and why. */
export function OverrideForm(props: OverrideFormProps): ReactElement {
  const t = useTranslate()
  const timeZone = useTimeZone()
  const [draft, setDraft] = useState<OverrideDraft>({
    kind: 'scale',
    from: toLocalInput(props.startMs, timeZone),
    to: toLocalInput(props.endMs, timeZone),
    value: '',
    reason: '',
  })
  const [faults, setFaults] = useState<ReadonlySet<OverrideFault>>(new Set())
  const change = (part: Partial<OverrideDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readOverride(draft, timeZone)
    setFaults(new Set(read.kind === 'refused' ? read.faults : []))
    if (read.kind === 'ready') props.onSubmit(read.override)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <Stack gap="sm">
        <SegmentedControl
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          data={OVERRIDE_KINDS.map((value) => ({ value, label: t(`override.${value}`) }))}
          fullWidth
        />
        <OverrideValue draft={draft} faults={faults} onChange={change} />
        <OverrideSpan draft={draft} faults={faults} onChange={change} />
        <Textarea
          label={t('override.reason')}
          description={t('override.reason.hint')}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
          error={faults.has('reason') && t('override.fault.reason')}
          autosize
          minRows={2}
          required
          withAsterisk={false}
        />
        <Group gap="xs">
          <Button type="submit" loading={props.isBusy}>
            {t('action.apply')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface OverridePartProps {
  readonly draft: OverrideDraft
  readonly faults: ReadonlySet<OverrideFault>
  readonly onChange: (part: Partial<OverrideDraft>) => void
}

function OverrideValue({ draft, faults, onChange }: OverridePartProps): ReactElement {
  const { locale, t } = useLocale()
  return (
    <NumberInput
      label={t(`override.value.${draft.kind}`)}
      value={draft.value}
      onChange={(value) => onChange({ value })}
      error={faults.has('value') && t(`override.fault.value.${draft.kind}`)}
      decimalSeparator={locale === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator={locale === 'en' ? ',' : ' '}
      suffix={draft.kind === 'scale' ? ' %' : ''}
      required
      withAsterisk={false}
    />
  )
}

function OverrideSpan({ draft, faults, onChange }: OverridePartProps): ReactElement {
  const t = useTranslate()
  return (
    <Group gap="sm" grow align="start">
      <TextInput
        type="datetime-local"
        step={900}
        label={t('override.from')}
        value={draft.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
        error={faults.has('span') && t('override.fault.span')}
      />
      <TextInput
        type="datetime-local"
        step={900}
        label={t('override.to')}
        value={draft.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        error={faults.has('span')}
      />
    </Group>
  )
}
