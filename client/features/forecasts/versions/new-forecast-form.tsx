import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../../lib/problem.ts'

/** What a new version is to cover. */
export interface ForecastOrder {
  readonly weeks: number
  /** The day after the history's last when left out. */
  readonly fromDate?: string
}

interface NewForecastFormProps {
  /** Where the history ends, epoch milliseconds; null when that is not known. */
  readonly historyEndMs: number | null
  readonly isBusy: boolean
  readonly error: ProblemView | null
  readonly onSubmit: (order: ForecastOrder) => void
  readonly onCancel: () => void
}

const WEEKS_MAX = 13
const WEEKS_USUAL = 6

/** From which day and for how many weeks. */
export function NewForecastForm(props: NewForecastFormProps): ReactElement {
  const { historyEndMs, isBusy, error, onSubmit, onCancel } = props
  const t = useTranslate()
  const format = useFormat()
  const [fromDate, setFromDate] = useState('')
  const [weeks, setWeeks] = useState<string | number>(WEEKS_USUAL)
  const count = Number(weeks)
  const isFault = weeks === '' || !Number.isInteger(count) || count < 1 || count > WEEKS_MAX
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isFault) return
    onSubmit({ weeks: count, ...(fromDate === '' ? {} : { fromDate }) })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NumberInput
          label={t('forecast.new.weeks')}
          description={t('forecast.new.weeks.hint')}
          value={weeks}
          onChange={setWeeks}
          min={1}
          max={WEEKS_MAX}
          allowDecimal={false}
          error={isFault && t('forecast.new.weeks.fault')}
        />
        <TextInput
          type="date"
          label={t('forecast.new.from')}
          description={
            historyEndMs === null
              ? t('forecast.new.from.hint')
              : t('forecast.new.from.after', { date: format.fullDate(historyEndMs - 1) })
          }
          value={fromDate}
          onChange={(event) => setFromDate(event.currentTarget.value)}
        />
        {error !== null && <FailedState problem={error} />}
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {t('forecast.new.start')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
