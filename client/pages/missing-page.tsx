import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { EmptyState } from '../components/states/page-state.tsx'
import { useTranslate } from '../lib/i18n/locale-context.tsx'

/** An address that leads nowhere: an old link, or one that was typed wrongly. */
export function MissingPage(): ReactElement {
  const t = useTranslate()
  return (
    <EmptyState
      title={t('missing.title')}
      nextStep={t('missing.next')}
      action={<Button renderRoot={(rest) => <Link to="/" {...rest} />}>{t('missing.open')}</Button>}
    />
  )
}
