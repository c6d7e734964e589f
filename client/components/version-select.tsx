import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../lib/i18n/locale-context.tsx'

interface VersionSelectProps {
  /** The newest first. */
  readonly versions: readonly { readonly version: number; readonly madeAt: string }[]
  readonly shown: number
  /** The newest is asked for by naming none; another version may cover other weeks. */
  readonly onChange: (change: {
    readonly version: number | undefined
    readonly week: undefined
  }) => void
}

/** Which version is looked at. */
export function VersionSelect({ versions, shown, onChange }: VersionSelectProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <NativeSelect
      aria-label={t('version.choose')}
      value={shown}
      data={versions.map(({ version, madeAt }) => ({
        value: String(version),
        label: t('version.dated', { version, date: format.date(Date.parse(madeAt)) }),
      }))}
      onChange={(event) => {
        const version = Number(event.currentTarget.value)
        const isLatest = version === versions[0]?.version
        onChange({ version: isLatest ? undefined : version, week: undefined })
      }}
    />
  )
}
