import { Button, SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { TableExchange } from '../../components/file-report/table-exchange.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './people.module.css'

const FILE_KINDS = ['people', 'competences'] as const
type FileKind = (typeof FILE_KINDS)[number]

/** People and competences from a spreadsheet and into one. */
export function PeopleFiles({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate()
  const [kind, setKind] = useState<FileKind>('people')
  return (
    <section className={styles['panel']} aria-label={t('people.files')}>
      <div className={styles['line']}>
        <SegmentedControl
          value={kind}
          onChange={(value) => setKind(FILE_KINDS.find((one) => one === value) ?? 'people')}
          data={FILE_KINDS.map((value) => ({ value, label: t(`people.files.${value}`) }))}
        />
        <Button variant="subtle" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
      <TableExchange
        key={kind}
        path="/api/v1/people-files"
        query={{ kind }}
        label={t(`people.files.${kind}`)}
        hint={t(`people.files.${kind}.hint`)}
      />
    </section>
  )
}
