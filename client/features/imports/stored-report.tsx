import { Button } from '@mantine/core'
import { type ReactElement, useEffect, useRef } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { reportView } from './import-report-model.ts'
import { ImportReport } from './import-report.tsx'
import type { ImportOutcome } from './import-request.ts'

import styles from './imports.module.css'

interface StoredReportProps {
  readonly outcome: ImportOutcome
  readonly onClose: () => void
}

/** What an import that is in the history found. Brought into view, for it opens below a list. */
export function StoredReport({ outcome, onClose }: StoredReportProps): ReactElement {
  const t = useTranslate()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [outcome])
  return (
    <section ref={section} className={styles['panel']}>
      <ImportReport report={reportView(outcome, '')} />
      <Button variant="default" onClick={onClose}>
        {t('action.close')}
      </Button>
    </section>
  )
}
