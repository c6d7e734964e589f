import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './competences.module.css'

interface FunctionsProps {
  readonly functions: readonly components['schemas']['FunctionCover'][]
}

/** The six functions of п. 17 and who answers for each; one that nobody competent holds is a warning. */
export function Functions({ functions }: FunctionsProps): ReactElement {
  const t = useTranslate()
  return (
    <section className={styles['section']} aria-label={t('functions.title')}>
      <h2 className={styles['title']}>{t('functions.title')}</h2>
      <ul className={styles['list']}>
        {functions.map((one) => (
          <li key={one.function} className={styles['head']}>
            <span>
              <span className={styles['paragraph']}>
                § {t('catalogue.paragraph', { paragraph: one.function })}
              </span>{' '}
              {t(`functions.${one.function}`)}
            </span>
            <span className={one.covered ? undefined : styles['uncovered']}>
              {one.holders.length === 0
                ? t('functions.nobody')
                : one.holders
                    .map(({ fullName, competent }) =>
                      competent ? fullName : t('functions.lacks', { name: fullName }),
                    )
                    .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
