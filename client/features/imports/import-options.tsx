import { NativeSelect, SegmentedControl } from '@mantine/core'
import { type ReactElement, useId } from 'react'

import { ZoneSelect } from '../../components/zone-select.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { IMPORT_KINDS, type ImportSettings } from './import-request.ts'

import styles from './imports.module.css'

interface ImportOptionsProps {
  readonly settings: ImportSettings
  readonly onChange: (part: Partial<ImportSettings>) => void
}

const LENGTHS_MINUTES = [15, 30, 60]

/** How the file is read. Every change tries the file again. */
export function ImportOptions({ settings, onChange }: ImportOptionsProps): ReactElement {
  const t = useTranslate()
  const kindLabel = useId()
  const { kind, timeZone, skipsBadRows, intervalMinutes } = settings
  return (
    <div className={styles['options']}>
      <div>
        <div id={kindLabel} className={styles['optionLabel']}>
          {t('import.kind')}
        </div>
        <SegmentedControl
          aria-labelledby={kindLabel}
          value={kind}
          data={IMPORT_KINDS.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
          onChange={(next) => onChange({ kind: next })}
        />
      </div>
      <ZoneSelect
        label={t('import.zone')}
        value={timeZone}
        onChange={(zone) => onChange({ timeZone: zone })}
      />
      {kind === 'intervals' && (
        <NativeSelect
          label={t('import.length')}
          value={intervalMinutes ?? ''}
          data={[
            { value: '', label: t('import.length.told') },
            ...LENGTHS_MINUTES.map((minutes) => ({
              value: String(minutes),
              label: t('unit.minutesValue', { minutes }),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ intervalMinutes: value === '' ? null : Number(value) })
          }
        />
      )}
      <NativeSelect
        label={t('import.badRows')}
        value={skipsBadRows ? 'skip' : 'refuse'}
        data={[
          { value: 'refuse', label: t('import.badRows.refuse') },
          { value: 'skip', label: t('import.badRows.skip') },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ skipsBadRows: value === 'skip' })}
      />
    </div>
  )
}
