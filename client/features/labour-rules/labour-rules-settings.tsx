import { TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { findRules } from './find-rules.ts'
import { RuleItem } from './rule-item.tsx'
import { type LabourRule, useLabourRules } from './use-labour-rules.ts'

import shared from '../../components/entries.module.css'
import styles from './labour-rules.module.css'

interface LabourRulesSettingsProps {
  readonly isReadOnly: boolean
  /** What is looked for, as the address says it. */
  readonly find: string
  readonly onFind: (find: string) => void
}

/** What does the law say, what has the house added, and how is each kept? */
export function LabourRulesSettings(props: LabourRulesSettingsProps): ReactElement {
  const { rules, error } = useLabourRules()
  return (
    <>
      {error !== null && <FailedState problem={error} />}
      {rules === undefined && error === null && <LoadingState shape="table" />}
      {rules !== undefined && <Rules {...props} rules={rules} />}
    </>
  )
}

interface RulesProps extends LabourRulesSettingsProps {
  readonly rules: readonly LabourRule[]
}

function Rules({ rules, isReadOnly, find, onFind }: RulesProps): ReactElement {
  const { locale, t } = useLocale()
  const [typed, setTyped] = useState(find)
  const articleText = (article: string): string => t('law.article', { article })
  const found = findRules(rules, typed, { locale, articleText })
  const groups = [...Map.groupBy(found, ({ group }) => group)].toSorted(
    ([a], [b]) => GROUPS.indexOf(a) - GROUPS.indexOf(b),
  )
  return (
    <>
      <p className={shared['note']}>{t('labourRules.intro')}</p>
      <p className={shared['note']}>{t('labourRules.kept.legend')}</p>
      <div className={styles['find']}>
        <TextInput
          type="search"
          label={t('labourRules.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            onFind(event.currentTarget.value)
          }}
        />
        <output>{t('labourRules.find.count', { count: found.length, all: rules.length })}</output>
      </div>
      {found.length === 0 && <p className={shared['note']}>{t('labourRules.find.none')}</p>}
      {groups.map(([group, members]) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className={styles['title']}>
            {t(`labourRules.group.${group}`)}
          </h2>
          <ul className={shared['rules']}>
            {members.map((rule) => (
              <RuleItem key={rule.code} rule={rule} isReadOnly={isReadOnly} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const GROUPS: readonly LabourRule['group'][] = [
  'house',
  'hours',
  'rest',
  'nights',
  'overtime',
  'days_off',
  'leave',
  'pay',
  'other',
]
