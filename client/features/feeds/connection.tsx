import type { ReactElement } from 'react'

import { CopyButton } from '../../components/copy-button.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { connectionOf, type FeedKind } from './feeds.ts'

import styles from './feeds.module.css'

interface ConnectionProps {
  readonly kind: FeedKind
  /** Shown once: nobody can read it later. */
  readonly feedKey: string
}

/** The new key, in the words that are typed beside the telephone system. */
export function Connection({ kind, feedKey }: ConnectionProps): ReactElement {
  const t = useTranslate()
  const text = connectionOf(kind, feedKey, globalThis.location.origin)
  return (
    <output>
      {t('feeds.key.once')} <code className={styles['connection']}>{text}</code>
      <CopyButton text={text} label={t('feeds.key.copy')} />
    </output>
  )
}
