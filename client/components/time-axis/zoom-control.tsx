import { Button, Group } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** Widths of an hour, pixels: from a week on one screen to a quarter of an hour as wide as a number. */
const HOUR_WIDTHS_PX = [6, 12, 24, 48, 80] as const

interface ZoomControlProps {
  readonly hourWidthPx: number
  readonly onChange: (hourWidthPx: number) => void
}

/** Nearer and farther, a step of the ladder at a time. */
export function ZoomControl({ hourWidthPx, onChange }: ZoomControlProps): ReactElement {
  const t = useTranslate()
  const farther = HOUR_WIDTHS_PX.findLast((width) => width < hourWidthPx)
  const nearer = HOUR_WIDTHS_PX.find((width) => width > hourWidthPx)
  return (
    <Group gap={2}>
      <Button
        variant="default"
        px={8}
        aria-label={t('zoom.farther')}
        disabled={farther === undefined}
        onClick={() => onChange(farther ?? hourWidthPx)}
      >
        <IconMinus size={16} aria-hidden />
      </Button>
      <Button
        variant="default"
        px={8}
        aria-label={t('zoom.nearer')}
        disabled={nearer === undefined}
        onClick={() => onChange(nearer ?? hourWidthPx)}
      >
        <IconPlus size={16} aria-hidden />
      </Button>
    </Group>
  )
}
