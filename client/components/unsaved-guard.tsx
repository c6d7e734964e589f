import { Button, Group, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { hasUnsaved } from '../lib/unsaved.ts'

/** Asks before the page is left with something on it that was typed and not saved. */
export function UnsavedGuard(): ReactElement {
  const t = useTranslate()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: hasUnsaved,
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  })
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p>{t('unsaved.text')}</p>
      <Group gap="xs">
        <Button data-autofocus onClick={() => reset?.()}>
          {t('unsaved.stay')}
        </Button>
        <Button variant="default" onClick={() => proceed?.()}>
          {t('unsaved.leave')}
        </Button>
      </Group>
    </Modal>
  )
}
