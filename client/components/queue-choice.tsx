import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

interface QueueChoiceProps {
  readonly label: string
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | undefined
  readonly onChange: (queueId: string) => void
}

/** Which queue the page shows. */
export function QueueChoice({ label, queues, value, onChange }: QueueChoiceProps): ReactElement {
  return (
    <NativeSelect
      aria-label={label}
      data={queues.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
