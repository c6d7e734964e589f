import { Button } from '@mantine/core'
import { type ReactElement, useRef, useState } from 'react'

import { showUndo } from '../../components/undo-toast.tsx'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useToday } from '../../lib/use-today.ts'
import { draftFigures, type HouseRuleDraft } from './house-rule-draft.ts'
import { HouseRuleForm } from './house-rule-form.tsx'
import { versionsToCome, versionText } from './rule-figures.ts'
import { RuleHistory } from './rule-history.tsx'
import { type LabourRule, type RuleVersion, useHouseRuleChange } from './use-labour-rules.ts'

import shared from '../../components/entries.module.css'
import styles from './labour-rules.module.css'

interface RuleItemProps {
  readonly rule: LabourRule
  readonly isReadOnly: boolean
}

/** A rule: its article, what it says and when it does not, how it is kept, and since when. */
export function RuleItem({ rule, isReadOnly }: RuleItemProps): ReactElement {
  const { locale, t } = useLocale()
  const [draft, setDraft] = useState<HouseRuleDraft | null>(null)
  const open = useDraftOf(rule, setDraft)
  const isClosed = useRef(false)
  const canChange = rule.isHouseRule && !isReadOnly
  const close = (): void => {
    isClosed.current = true
    setDraft(null)
  }
  if (draft !== null) {
    return (
      <li>
        <p className={styles['says']}>{rule.says[locale]}</p>
        <OpenForm key={rule.code} rule={rule} initial={draft} onDone={close} />
      </li>
    )
  }
  return (
    <li className={shared['rule']}>
      <div className={shared['what']}>
        <span className={styles['says']}>
          {!rule.isHouseRule && <Article rule={rule} />} {rule.says[locale]}
        </span>
        <RuleFacts rule={rule} />
        {rule.versions.length > 1 && (
          <RuleHistory rule={rule} onBack={canChange ? open : undefined} />
        )}
      </div>
      {canChange && (
        <div className={shared['buttons']}>
          <Button
            // Who came from here goes on from here.
            ref={(button) => {
              if (isClosed.current) button?.focus()
              isClosed.current = false
            }}
            variant="default"
            size="compact-sm"
            aria-label={`${t('labourRules.change')}: ${rule.says[locale]}`}
            onClick={() => open(rule.versions[0])}
          >
            {t('labourRules.change')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** Opens the form with the figures of a version: the latest to change it, an older one to return to it. */
function useDraftOf(
  rule: LabourRule,
  setDraft: (draft: HouseRuleDraft) => void,
): (version: RuleVersion | undefined) => void {
  const { t } = useLocale()
  const today = useToday()
  return (version) => {
    const isLatest = version === rule.versions[0]
    setDraft({
      figures: draftFigures(rule, version?.figures ?? {}),
      validFrom: today,
      reason: isLatest
        ? ''
        : t('labourRules.history.reason', { version: String(version?.version ?? '') }),
    })
  }
}

function Article({ rule }: { readonly rule: LabourRule }): ReactElement {
  const { t } = useLocale()
  return (
    <span className={styles['law']}>
      {rule.article === null
        ? t('labourRules.noArticle')
        : t('law.article', { article: rule.article })}
    </span>
  )
}

function RuleFacts({ rule }: { readonly rule: LabourRule }): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const date = useDateText()
  const { unless, kept, checks, how, versions, version } = rule
  const current = versions.find((one) => one.version === version)
  const ways = kept.map((way) => t(`labourRules.kept.${way}`)).join(', ')
  return (
    <>
      {unless !== null && (
        <span className={shared['facts']}>{t('labourRules.unless', { text: unless[locale] })}</span>
      )}
      <span className={shared['facts']}>
        {[t('labourRules.kept', { ways }), ...checks, how?.[locale]].filter(Boolean).join(' · ')}
      </span>
      {current !== undefined && current.validFrom !== null && (
        <span className={shared['facts']}>
          {t('labourRules.since', { from: date(current.validFrom) })}
        </span>
      )}
      {versionsToCome(rule).map((later) => (
        <span key={later.version} className={styles['later']}>
          {t('labourRules.later', {
            from: date(later.validFrom),
            figures: versionText(rule, later, { locale, format }),
          })}
        </span>
      ))}
    </>
  )
}

interface OpenFormProps {
  readonly rule: LabourRule
  readonly initial: HouseRuleDraft
  readonly onDone: () => void
}

function OpenForm({ rule, initial, onDone }: OpenFormProps): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const { problem, isBusy, change } = useHouseRuleChange()
  const [before] = rule.versions
  const version = before?.version ?? 0
  const takeBack = (validFrom: string): void =>
    change(
      rule.code,
      {
        figures: before?.figures ?? {},
        validFrom,
        reason: t('labourRules.history.reason', { version: String(version) }),
        version: version + 1,
      },
      () => undefined,
    )
  return (
    <HouseRuleForm
      rule={rule}
      initial={initial}
      isBusy={isBusy}
      problem={problem}
      onSubmit={(figures, { validFrom, reason }) =>
        change(rule.code, { figures, validFrom, reason, version }, () => {
          onDone()
          showUndo(t, {
            message: t('labourRules.changed', { from: date(validFrom) }),
            onUndo: () => takeBack(validFrom),
          })
        })
      }
      onCancel={onDone}
    />
  )
}
