import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { AlertRule, NameOf } from './alert-text.ts'
import { MailStatus } from './mail-status.tsx'
import { USUAL_RULES } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleLine } from './rule-line.tsx'

import styles from './alerts.module.css'

interface AlertRulesProps {
  readonly rules: readonly AlertRule[]
  readonly nameOf: NameOf
}

/** The rules as they are, a way to switch each off, and a form for another one. */
export function AlertRules({ rules, nameOf }: AlertRulesProps): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const renew = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: ['get', '/api/v1/alerts/rules'] })
  const addUsual = async (): Promise<void> => {
    for (const body of USUAL_RULES) await fetchClient.POST('/api/v1/alerts/rules', { body })
    await renew()
  }
  return (
    <>
      <ul className={styles['rules']}>
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} nameOf={nameOf} onChanged={renew} />
        ))}
      </ul>
      {rules.length === 0 && (
        <div className={styles['line']}>
          <Button variant="default" onClick={() => void addUsual()}>
            {t('alerts.rules.usual')}
          </Button>
          <span className={styles['facts']}>{t('alerts.rules.usual.hint')}</span>
        </div>
      )}
      <MailStatus />
      <RuleForm onAdded={renew} />
    </>
  )
}
