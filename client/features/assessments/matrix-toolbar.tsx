import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { api } from '../../lib/api.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { cellMark } from './heat-map.tsx'
import { CELL_STATES, type MatrixFilter } from './matrix-model.ts'

import styles from './assessments.module.css'
import heat from './heat-map.module.css'

interface MatrixToolbarProps {
  readonly filter: MatrixFilter
  /** Those in which something ends. */
  readonly months: readonly string[]
  readonly onChange: (part: Partial<MatrixFilter>) => void
}

/** Narrows the heat map down to some people. */
export function MatrixToolbar({ filter, months, onChange }: MatrixToolbarProps): ReactElement {
  const { locale, t } = useLocale()
  const sites = api.useQuery('get', '/api/v1/sites').data?.sites ?? []
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  const any = { value: '', label: t('people.any') }
  return (
    <div className={styles['toolbar']}>
      <TextInput
        label={t('people.fullName')}
        value={filter.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('people.site')}
        value={filter.site}
        data={[any, ...sites.map(({ code, name }) => ({ value: code, label: name[locale] }))]}
        onChange={({ currentTarget }) => onChange({ site: currentTarget.value })}
      />
      {teams.length > 0 && (
        <NativeSelect
          label={t('people.team')}
          value={filter.team}
          data={[any, ...teams.map(({ code, name }) => ({ value: code, label: name[locale] }))]}
          onChange={({ currentTarget }) => onChange({ team: currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('matrix.month')}
        value={filter.month}
        data={[any, ...months.map((value) => ({ value, label: monthName(value, locale) }))]}
        onChange={({ currentTarget }) => onChange({ month: currentTarget.value })}
      />
      <NativeSelect
        label={t('matrix.state')}
        value={filter.state}
        data={[any, ...CELL_STATES.map((value) => ({ value, label: t(`matrix.state.${value}`) }))]}
        onChange={({ currentTarget }) =>
          onChange({ state: CELL_STATES.find((one) => one === currentTarget.value) ?? '' })
        }
      />
    </div>
  )
}

/** `декабрь 2026` */
function monthName(month: string, locale: Locale): string {
  const name = DATE_NAMES[locale].monthsAlone[Number(month.slice(5, 7)) - 1] ?? ''
  return `${name} ${month.slice(0, 4)}`
}

/** What the colours and signs of the heat map mean. */
export function MatrixLegend(): ReactElement {
  const { t } = useLocale()
  return (
    <p className={heat['legend']}>
      {CELL_STATES.map((state) => (
        <span key={state}>
          <span className={heat['cell']} data-state={state} aria-hidden>
            {cellMark(state === 'missing' ? null : { level: 3, state })}
          </span>
          {t(`matrix.state.${state}`)}
        </span>
      ))}
    </p>
  )
}
