import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { FLOW_STATE_LABELS, type FlowStep } from './flow.ts'
import { useStages } from './use-stages.ts'

import styles from './flow-navigation.module.css'

interface FlowNavigationProps {
  /** A stage that is not among them is shown without a state: it is not known yet. */
  readonly steps: readonly FlowStep[]
}

/** The stages as stations on one line, each with its state in a mark and in a word. */
export function FlowNavigation({ steps }: FlowNavigationProps): ReactElement {
  const t = useTranslate()
  const stages = useStages()
  return (
    <nav aria-label={t('flow.navigation')} className={styles['line']}>
      <ol className={styles['stations']}>
        {stages.map(({ stage, to, label, isApart }) => {
          const state = steps.find((step) => step.stage === stage)?.state
          return (
            <li key={stage} className={styles['station']} data-apart={isApart || undefined}>
              <Link
                to={to}
                className={styles['link']}
                activeProps={{ className: styles['active'] }}
              >
                <span className={styles['mark']} data-state={state} aria-hidden />
                <span className={styles['name']}>{t(label)}</span>
                {state !== undefined && (
                  <span className={styles['state']} data-state={state}>
                    {t(FLOW_STATE_LABELS[state])}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
