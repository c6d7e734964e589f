import { Select } from '@mantine/core'
import type { ReactElement } from 'react'

interface ZoneSelectProps {
  readonly label: string
  readonly description?: string
  /** IANA zone. */
  readonly value: string
  readonly disabled?: boolean
  readonly error?: string | null
  readonly onChange: (zone: string) => void
}

const ZONES = Intl.supportedValuesOf('timeZone')

/** A time zone, found by typing a part of its name. */
export function ZoneSelect(props: ZoneSelectProps): ReactElement {
  const { value, onChange, ...rest } = props
  // What is stored may be an older name of the same zone.
  const zones = ZONES.includes(value) ? ZONES : [value, ...ZONES]
  return (
    <Select
      {...rest}
      searchable
      allowDeselect={false}
      limit={60}
      value={value}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      onChange={(zone) => {
        if (zone !== null) onChange(zone)
      }}
    />
  )
}
