import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { AlertRule, NameOf } from './alert-text.ts'
import { MailChoice } from './mail-choice.tsx'
import { PREDICTED_KINDS, shownThreshold, wallClock } from './rule-draft.ts'
import { useAlertMailing } from './use-alert-mailing.ts'

interface RuleLineProps {
  readonly rule: AlertRule
  readonly nameOf: NameOf
  readonly onChanged: () => Promise<void>
}

/** A rule in words, a way to switch it off, and whom it mails. */
export function RuleLine({ rule, nameOf, onChanged }: RuleLineProps): ReactElement {
  const t = useTranslate()
  const facts = useRuleFacts(rule, nameOf)
  const [mailTo, setMailTo] = useState<string[]>()
  const change = api.useMutation('patch', '/api/v1/alerts/rules/{ruleId}', {
    onSuccess: async () => {
      setMailTo(undefined)
      await onChanged()
    },
  })
  const save = (body: { readonly enabled: boolean } | { readonly mailTo: string[] }): void =>
    change.mutate({ params: { path: { ruleId: rule.id } }, body })
  return (
    <li data-off={!rule.enabled}>
      <span>{facts.join(' · ')}</span>
      {mailTo === undefined ? (
        <Button variant="subtle" onClick={() => setMailTo([...rule.mailTo])}>
          {t('alerts.mail.change')}
        </Button>
      ) : (
        <>
          <MailChoice value={mailTo} onChange={setMailTo} />
          <Button variant="default" loading={change.isPending} onClick={() => save({ mailTo })}>
            {t('alerts.mail.save')}
          </Button>
        </>
      )}
      <Button
        variant="subtle"
        loading={change.isPending}
        onClick={() => save({ enabled: !rule.enabled })}
      >
        {t(rule.enabled ? 'alerts.rule.off' : 'alerts.rule.on')}
      </Button>
      {change.error !== null && <FailedState problem={change.error} />}
    </li>
  )
}

function useRuleFacts(rule: AlertRule, nameOf: NameOf): string[] {
  const t = useTranslate()
  const format = useFormat()
  const people = useAlertMailing()?.people ?? []
  const { kind, aheadMinutes, queueId, quiet, mailTo, enabled } = rule
  const told = people.filter(({ userId }) => mailTo.includes(userId)).map(({ name }) => name)
  return [
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
    ...(told.length === 0 ? [] : [t('alerts.rule.line.mail', { names: told.join(', ') })]),
    ...(enabled ? [] : [t('alerts.rule.isOff')]),
  ]
}
