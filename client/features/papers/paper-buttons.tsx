import { Button, NativeSelect } from '@mantine/core'
import { IconFileTypePdf, IconFileTypeXls } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import {
  PAPER_FORMATS,
  type PaperFormat,
  useTakingPaper,
  type WantedPaper,
} from './use-taking-paper.ts'

import styles from './papers.module.css'

const ICONS: Readonly<Record<PaperFormat, typeof IconFileTypePdf>> = {
  pdf: IconFileTypePdf,
  xlsx: IconFileTypeXls,
}

/** One paper, in print or as a workbook, in any of the three languages. */
export function PaperButtons({ about }: Pick<WantedPaper, 'about'>): ReactElement {
  const { t, locale } = useLocale()
  const [chosen, setChosen] = useState<Locale | null>(null)
  const language = chosen ?? locale
  const { problem, busy, take } = useTakingPaper()
  return (
    <>
      <div className={styles['line']}>
        <NativeSelect
          label={t('papers.language')}
          value={language}
          data={LOCALES.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget }) =>
            setChosen(LOCALES.find(({ id }) => id === currentTarget.value)?.id ?? null)
          }
        />
        {PAPER_FORMATS.map((format) => {
          const Icon = ICONS[format]
          return (
            <Button
              key={format}
              variant="default"
              leftSection={<Icon size={16} aria-hidden />}
              loading={busy === format}
              onClick={() => void take({ about, format, language })}
            >
              {t(`papers.take.${format}`)}
            </Button>
          )
        })}
      </div>
      <p className={styles['note']}>{t('papers.onRecord')}</p>
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}
