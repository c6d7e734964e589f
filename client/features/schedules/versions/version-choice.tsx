import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { Schedule } from './schedule-versions.ts'

interface VersionChoiceProps {
  readonly versions: readonly Schedule[]
  readonly chosen: Schedule
  readonly onChange: (version: number) => void
}

/** Which version of the week the page shows, newest first. */
export function VersionChoice({ versions, chosen, onChange }: VersionChoiceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <NativeSelect
      aria-label={t('version.choose')}
      value={String(chosen.version)}
      data={versions.map(({ version, status, madeAt }) => ({
        value: String(version),
        label: t('version.option', {
          version,
          status: t(`version.status.${status}`),
          when: format.dateTime(Date.parse(madeAt)),
        }),
      }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
