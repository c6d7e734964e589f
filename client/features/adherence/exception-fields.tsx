import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { EXCEPTION_KINDS, type ExceptionDraft, type ExceptionKind } from './exceptions.ts'

import styles from './explain-dialog.module.css'

interface ExceptionFieldsProps {
  readonly draft: ExceptionDraft
  readonly isWrong: boolean
  readonly onChange: (change: Partial<ExceptionDraft>) => void
}

/** Why, from when, until when. */
export function ExceptionFields(props: ExceptionFieldsProps): ReactElement {
  const { draft, isWrong, onChange } = props
  const t = useTranslate()
  return (
    <>
      <NativeSelect
        label={t('explain.kind')}
        value={draft.kind}
        data={Object.entries(EXCEPTION_KINDS).map(([value, label]) => ({
          value,
          label: t(label),
        }))}
        onChange={(event) => onChange({ kind: event.currentTarget.value as ExceptionKind })}
      />
      <div className={styles['span']}>
        <TextInput
          type="datetime-local"
          label={t('explain.from')}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('explain.to')}
          value={draft.to}
          error={isWrong ? t('explain.spanWrong') : null}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('explain.note')}
        maxLength={500}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
