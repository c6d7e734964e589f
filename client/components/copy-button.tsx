import { Button, CopyButton as Copying } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../lib/i18n/locale-context.tsx'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
}

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label }: CopyButtonProps): ReactElement {
  const t = useTranslate()
  return (
    <Copying value={text} timeout={3000}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? t('action.copied') : label}
        </Button>
      )}
    </Copying>
  )
}
