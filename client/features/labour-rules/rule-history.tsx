import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { versionText } from './rule-figures.ts'
import type { LabourRule, RuleVersion } from './use-labour-rules.ts'

import styles from './labour-rules.module.css'

interface RuleHistoryProps {
  readonly rule: LabourRule
  /** Absent for a reader who may not, and for rules of the law. */
  readonly onBack?: ((version: RuleVersion) => void) | undefined
}

/** What a rule was and will be, since when, by whom and why; and the way back. */
export function RuleHistory({ rule, onBack }: RuleHistoryProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const date = useDateText()
  return (
    <details className={styles['history']}>
      <summary>{t('labourRules.history', { count: rule.versions.length })}</summary>
      <ul>
        {rule.versions.map((one, at) => (
          <li key={one.version}>
            <span>
              {one.validFrom !== null &&
                `${t('labourRules.since', { from: date(one.validFrom) })}. `}
              {versionText(rule, one, { locale, format })}
            </span>
            <span className={styles['made']}>
              {[
                one.reason,
                one.madeBy === ''
                  ? t('labourRules.history.first')
                  : t('labourRules.history.made', {
                      by: one.madeBy,
                      on: format.dateTime(Date.parse(one.madeAt)),
                    }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {onBack !== undefined && at > 0 && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`${t('labourRules.history.back')}: ${one.version}`}
                onClick={() => onBack(one)}
              >
                {t('labourRules.history.back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
