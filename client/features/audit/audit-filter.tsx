import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { AUDIT_ACTIONS, type AuditSearch } from './audit-search.ts'
import { entityName } from './audit-words.ts'
import { useAuditChoices } from './use-audit.ts'

import styles from './audit.module.css'

interface AuditFilterProps {
  readonly search: AuditSearch
  /** An empty text takes a part away. */
  readonly onChange: (part: Readonly<Partial<Record<keyof AuditSearch, string>>>) => void
  readonly onClear: () => void
}

/** By whom, of what, what kind of change, and when. */
export function AuditFilter({ search, onChange, onClear }: AuditFilterProps): ReactElement {
  const t = useTranslate()
  const { data } = useAuditChoices()
  const any = { value: '', label: t('audit.any') }
  const entities = (data?.entities ?? [])
    .map((value) => ({ value, label: entityName(value, t) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <search className={styles['filter']}>
      <NativeSelect
        label={t('audit.who')}
        value={search.actor ?? ''}
        data={[any, ...(data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ currentTarget }) => onChange({ actor: currentTarget.value })}
      />
      <Select
        label={t('audit.about')}
        placeholder={t('audit.any')}
        searchable
        clearable
        limit={50}
        nothingFoundMessage={t('audit.about.none')}
        value={search.about ?? null}
        data={(data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(about) => onChange({ about: about ?? '' })}
      />
      <NativeSelect
        label={t('audit.what')}
        value={search.entity ?? ''}
        data={[any, ...entities]}
        onChange={({ currentTarget }) => onChange({ entity: currentTarget.value, id: '' })}
      />
      <NativeSelect
        label={t('audit.action')}
        value={search.action ?? ''}
        data={[
          any,
          ...AUDIT_ACTIONS.map((value) => ({ value, label: t(`audit.action.${value}`) })),
        ]}
        onChange={({ currentTarget }) => onChange({ action: currentTarget.value })}
      />
      <Period search={search} onChange={onChange} />
      {Object.keys(search).length > 0 && (
        <Button variant="default" onClick={onClear}>
          {t('audit.clear')}
        </Button>
      )}
    </search>
  )
}

function Period({ search, onChange }: Pick<AuditFilterProps, 'search' | 'onChange'>): ReactElement {
  const t = useTranslate()
  return (
    <>
      <TextInput
        type="date"
        label={t('audit.from')}
        value={search.from ?? ''}
        max={search.to}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={search.to ?? ''}
        min={search.from}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
    </>
  )
}
