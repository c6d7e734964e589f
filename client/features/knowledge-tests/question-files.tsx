import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { TableExchange } from '../../components/file-report/table-exchange.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './knowledge-tests.module.css'

/** Questions from a spreadsheet and into one. */
export function QuestionFiles({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate()
  return (
    <section className={styles['panel']} aria-label={t('people.files')}>
      <TableExchange
        path="/api/v1/question-files"
        label={t('tests.files')}
        hint={t('tests.files.hint')}
      />
      <Button variant="subtle" onClick={onClose}>
        {t('action.close')}
      </Button>
    </section>
  )
}
