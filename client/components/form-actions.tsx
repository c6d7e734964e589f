import { Button, Group } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../lib/i18n/locale-context.tsx'

interface FormActionsProps {
  readonly submitLabel: string
  readonly isBusy: boolean
  readonly onCancel: () => void
}

/** The two ways out of a form. */
export function FormActions({ submitLabel, isBusy, onCancel }: FormActionsProps): ReactElement {
  const t = useTranslate()
  return (
    <Group gap="xs">
      <Button type="submit" loading={isBusy}>
        {submitLabel}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </Group>
  )
}
