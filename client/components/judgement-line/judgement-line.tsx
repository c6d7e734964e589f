import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { Judgement } from './judgement.ts'

import styles from './judgement-line.module.css'

interface JudgementLineProps {
  readonly competence: components['schemas']['Competence']
  readonly judgement: Judgement
  /** What holds now, in words, for whoever judges somebody else. */
  readonly held?: string | undefined
  readonly onChange: (judgement: Judgement) => void
}

const LEVELS = ['', '0', '1', '2', '3', '4', '5'] as const

/**
 * One competence to be judged. Levels are targets for a finger; what a level means stands under them
 * as soon as it is chosen, in the centre's words where it has any.
 */
export function JudgementLine(props: JudgementLineProps): ReactElement {
  const { competence, judgement, held, onChange } = props
  const { locale, t } = useLocale()
  const name = competence.name[locale]
  const anchor = competence.anchors.find(({ level }) => String(level) === judgement.level)
  const level = LEVELS.find((one) => one === judgement.level) ?? ''
  return (
    <fieldset className={styles['line']}>
      <legend className={styles['name']}>
        {name}
        {competence.paragraph !== null &&
          ` (${t('catalogue.paragraph', { paragraph: competence.paragraph })})`}
        {held !== undefined && <span className={styles['held']}> {held}</span>}
      </legend>
      <div className={styles['levels']}>
        {LEVELS.map((one) => (
          <label key={one} className={styles['level']}>
            <input
              type="radio"
              name={competence.code}
              aria-label={`${name}: ${one === '' ? t('assess.notJudged') : t('people.level', { level: one })}`}
              checked={level === one}
              onChange={() => onChange({ ...judgement, level: one })}
            />
            <span aria-hidden>{one === '' ? '—' : one}</span>
          </label>
        ))}
      </div>
      <TextInput
        className={styles['evidence']}
        aria-label={`${name}: ${t('assess.ownEvidence')}`}
        placeholder={t('assess.ownEvidence')}
        value={judgement.evidence}
        onChange={(event) => onChange({ ...judgement, evidence: event.currentTarget.value })}
      />
      {level !== '' && (
        <p className={styles['anchor']}>
          {t(`assess.level.${level}`)}
          {anchor !== undefined && `: ${anchor.text[locale]}`}
        </p>
      )}
    </fieldset>
  )
}
