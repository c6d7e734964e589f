import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { type PolicyVersion, versionInForce } from './policy-draft.ts'
import { PolicyForm } from './policy-form.tsx'
import { PolicyMatrix } from './policy-matrix.tsx'

import styles from './policy.module.css'

interface PoliciesViewProps {
  readonly policies: readonly PolicyVersion[]
  readonly presets: readonly PolicyVersion[]
  readonly nowMs: number
}

/** Every version, the chosen one in full, and a way to make another from it. */
export function PoliciesView({ policies, presets, nowMs }: PoliciesViewProps): ReactElement | null {
  const t = useTranslate()
  const { canPlan } = useAbilities()
  const [chosen, setChosen] = useState<number | null>(null)
  const [isEditing, setEditing] = useState(false)
  const inForce = versionInForce(policies, nowMs)
  const shown = policies.find(({ version }) => version === chosen) ?? inForce
  if (shown === undefined) return null
  if (isEditing) {
    return (
      <PolicyForm start={shown} presets={presets} nowMs={nowMs} onDone={() => setEditing(false)} />
    )
  }
  return (
    <>
      <Versions
        policies={policies}
        shown={shown.version}
        inForce={inForce?.version}
        onChoose={setChosen}
      />
      {canPlan && (
        <Button className={styles['open']} onClick={() => setEditing(true)}>
          {t('policy.newFrom', { version: shown.version })}
        </Button>
      )}
      <PolicyWords {...shown} />
      <PolicyMatrix draft={shown} onChange={null} />
    </>
  )
}

function Versions(props: {
  readonly policies: readonly PolicyVersion[]
  readonly shown: number
  readonly inForce: number | undefined
  readonly onChoose: (version: number) => void
}): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <ul className={styles['versions']}>
      {props.policies.toReversed().map(({ version, validFrom, madeBy, note }) => (
        <li key={version} data-shown={version === props.shown}>
          <button
            type="button"
            aria-pressed={version === props.shown}
            onClick={() => props.onChoose(version)}
          >
            {t('policy.version', { version })}
          </button>
          <span>
            {validFrom === null
              ? t('policy.first')
              : t('policy.since', { time: format.dateTime(Date.parse(validFrom)) })}
            {madeBy !== null && ` · ${madeBy}`}
            {note !== '' && ` · ${note}`}
            {version === props.inForce && ` · ${t('policy.inForce')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function PolicyWords({ policy }: PolicyVersion): ReactElement {
  const t = useTranslate()
  return (
    <p className={styles['note']}>
      {[
        t(`today.formula.${policy.formula}`),
        t(`policy.outsideShift.${policy.outsideShift}`),
        t(`policy.conformanceCredit.${policy.conformanceCredit}`),
        t(`policy.judged.${policy.judged}`),
      ].join(' · ')}
    </p>
  )
}
