import { Button } from '@mantine/core'
import { type ReactElement, type ReactNode, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { fromLocalInput } from '../../lib/centre-time.ts'
import { useFormat, useLocale, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useToday } from '../../lib/use-today.ts'
import { draftOf, emptyDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { type RuleReader, ruleWords, scopeWords, weightWords } from './rule-words.ts'
import { type PlannerRule, type RuleNames, useRules } from './use-rules.ts'

import styles from '../../components/entries.module.css'

interface RulesSettingsProps {
  readonly queues: RuleReader['queues']
  readonly isReadOnly: boolean
}

/** What do planners ask for beyond law and contract? */
export function RulesSettings({ queues, isReadOnly }: RulesSettingsProps): ReactElement {
  const desk = useRules()
  return (
    <>
      {desk.error !== null && <FailedState problem={desk.error} />}
      {desk.data === undefined && desk.error === null && <LoadingState shape="table" />}
      {desk.data !== undefined && (
        <Rules
          desk={desk}
          rules={desk.data.rules}
          names={desk.data}
          queues={queues}
          isReadOnly={isReadOnly}
        />
      )}
    </>
  )
}

interface RulesProps extends RulesSettingsProps {
  readonly desk: ReturnType<typeof useRules>
  readonly rules: readonly PlannerRule[]
  readonly names: RuleNames
}

function Rules({ desk, rules, names, queues, isReadOnly }: RulesProps): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const [open, setOpen] = useState<PlannerRule | 'new' | null>(null)
  const reader = useReader(names, queues)
  const close = (): void => {
    desk.reset()
    setOpen(null)
  }
  const toggle = useSwitch(desk)
  const form = { reader, isBusy: desk.isBusy, problem: desk.problem, onCancel: close }
  const addButton = !isReadOnly && open === null && (
    <Button variant="default" onClick={() => setOpen('new')}>
      {t('rules.new')}
    </Button>
  )
  if (rules.length === 0 && open === null) return <NoRules action={addButton} />
  return (
    <>
      <p className={styles['note']}>{t('rules.intro')}</p>
      {open === 'new' && (
        <RuleForm
          {...form}
          isNew
          initial={emptyDraft(today)}
          onSubmit={(rule) => desk.add(rule, close)}
        />
      )}
      {addButton}
      {desk.problem !== null && open === null && <FailedState problem={desk.problem} />}
      <ul className={styles['rules']} aria-label={t('rules.title')}>
        {rules.map((rule) =>
          open !== 'new' && open?.ruleId === rule.ruleId ? (
            <li key={rule.ruleId}>
              <RuleForm
                {...form}
                isNew={false}
                initial={draftOf(rule)}
                onSubmit={(content) => desk.change(rule, content, close)}
              />
            </li>
          ) : (
            <RuleItem
              key={rule.ruleId}
              rule={rule}
              reader={reader}
              isBusy={desk.isBusy}
              {...(isReadOnly
                ? {}
                : { onChange: () => setOpen(rule), onToggle: () => toggle(rule) })}
            />
          ),
        )}
      </ul>
    </>
  )
}

function NoRules({ action }: { readonly action: ReactNode }): ReactElement {
  const t = useTranslate()
  return <EmptyState title={t('rules.empty')} nextStep={t('rules.empty.next')} action={action} />
}

function useReader(names: RuleNames, queues: RuleReader['queues']): RuleReader {
  const { locale, t } = useLocale()
  return { t, format: useFormat(), locale, names, queues }
}

/** Switches a rule off or on, and says how to take that back. */
function useSwitch(desk: RulesProps['desk']): (rule: PlannerRule) => void {
  const t = useTranslate()
  return (rule) =>
    desk.change(rule, { isOn: !rule.isOn }, (changed) =>
      showUndo(t, {
        message: t(changed.isOn ? 'rules.switchedOn' : 'rules.switchedOff', { name: rule.name }),
        onUndo: () => desk.change(changed, { isOn: rule.isOn }, () => undefined),
      }),
    )
}

interface RuleItemProps {
  readonly rule: PlannerRule
  readonly reader: RuleReader
  readonly isBusy: boolean
  /** Absent for a reader who may not. */
  readonly onChange?: () => void
  readonly onToggle?: () => void
}

/** A rule in words: what it asks of whom, how strictly, when, and who wrote it. */
function RuleItem({ rule, reader, isBusy, onChange, onToggle }: RuleItemProps): ReactElement {
  const t = useTranslate()
  return (
    <li className={styles['rule']} data-off={!rule.isOn}>
      <div className={styles['what']}>
        <strong>{rule.name}</strong>
        <span>{ruleWords(rule.definition, reader)}</span>
        <span className={styles['facts']}>
          {scopeWords(rule.definition, reader)} · {weightWords(rule, reader)}
        </span>
        <span className={styles['facts']}>
          <Validity rule={rule} />
        </span>
      </div>
      {onChange !== undefined && onToggle !== undefined && (
        <div className={styles['buttons']}>
          <Button variant="default" size="compact-sm" onClick={onChange}>
            {t('rules.change')}
          </Button>
          <Button variant="default" size="compact-sm" disabled={isBusy} onClick={onToggle}>
            {t(rule.isOn ? 'rules.switchOff' : 'rules.switchOn')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Validity({ rule }: { readonly rule: PlannerRule }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const day = (date: string): string =>
    format.fullDate(fromLocalInput(`${date}T00:00`, timeZone) ?? 0)
  const { isOn, validFrom, validTo, version, madeBy } = rule
  const when =
    validTo === null
      ? t('rules.since', { from: day(validFrom) })
      : t('rules.during', { from: day(validFrom), to: day(validTo) })
  const source = t('rules.source', { version, by: madeBy })
  return <>{[isOn ? when : t('rules.off'), source].join(' · ')}</>
}
