import { Button, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'

import styles from './competences.module.css'

const LEVELS = [0, 1, 2, 3, 4, 5] as const

interface AnchorEditorProps {
  readonly competence: components['schemas']['Competence']
  readonly canManage: boolean
  readonly onDone: () => void
}

/** What somebody does at each level; written in the reader's language, kept in all three. */
export function AnchorEditor({ competence, canManage, onDone }: AnchorEditorProps): ReactElement {
  const { locale, t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const before = new Map(competence.anchors.map(({ level, text }) => [level, text]))
  const [texts, setTexts] = useState<readonly string[]>(
    LEVELS.map((level) => before.get(level)?.[locale] ?? ''),
  )
  const save = (): void => {
    const anchors = LEVELS.flatMap((level) => {
      const text = (texts[level] ?? '').trim()
      if (text === '') return []
      const old = before.get(level)
      return [{ level, text: { kk: text, ru: text, en: text, ...old, [locale]: text } }]
    })
    const order = { params: { path: { code: competence.code } }, body: { anchors } }
    void send(fetchClient.PATCH('/api/v1/competences/{code}', order), onDone)
  }
  return (
    <div className={styles['anchors']}>
      {LEVELS.map((level) => (
        <Textarea
          key={level}
          label={`${level}: ${t(`assess.level.${level}`)}`}
          value={texts[level] ?? ''}
          readOnly={!canManage}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTexts(texts.map((one, at) => (at === level ? text : one)))
          }}
          autosize
          minRows={1}
        />
      ))}
      {problem !== null && <FailedState problem={problem} />}
      {canManage && (
        <span className={styles['line']}>
          <Button loading={isBusy} onClick={save}>
            {t('action.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('action.cancel')}
          </Button>
        </span>
      )}
    </div>
  )
}
