import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { AlertRule, NameOf } from './alert-text.ts'
import { PREDICTED_KINDS, shownThreshold, USUAL_RULES, wallClock } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'

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
      <RuleForm onAdded={renew} />
    </>
  )
}

interface RuleLineProps {
  readonly rule: AlertRule
  readonly nameOf: NameOf
  readonly onChanged: () => Promise<void>
}

function RuleLine({ rule, nameOf, onChanged }: RuleLineProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const change = api.useMutation('patch', '/api/v1/alerts/rules/{ruleId}', { onSuccess: onChanged })
  const { kind, aheadMinutes, queueId, quiet, enabled } = rule
  const facts = [
    `${t(`alerts.rule.kind.${kind}`)} ${format.number(shownThreshold(rule))}`,
    ...(queueId === null ? [] : [nameOf(queueId) ?? '']),
    ...(PREDICTED_KINDS.has(kind) ? [t('alerts.rule.line.ahead', { minutes: aheadMinutes })] : []),
    ...(quiet === null
      ? []
      : [
          t('alerts.rule.line.quiet', {
            from: wallClock(quiet.fromMinutes),
            to: wallClock(quiet.toMinutes),
          }),
        ]),
    ...(enabled ? [] : [t('alerts.rule.isOff')]),
  ]
  return (
    <li data-off={!enabled}>
      <span>{facts.join(' · ')}</span>
      <Button
        variant="subtle"
        loading={change.isPending}
        onClick={() =>
          change.mutate({ params: { path: { ruleId: rule.id } }, body: { enabled: !enabled } })
        }
      >
        {t(enabled ? 'alerts.rule.off' : 'alerts.rule.on')}
      </Button>
      {change.error !== null && <FailedState problem={change.error} />}
    </li>
  )
}
