import { Button, Modal, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './messages.module.css'

interface MessageDialogProps {
  readonly person: { readonly operatorId: string; readonly name: string }
  readonly onClose: () => void
}

const LENGTH_MAX = 300
const USUAL = ['messages.usual.back', 'messages.usual.call'] as const

/** A word to one person, who sees it on their own pages. */
export function MessageDialog({ person, onClose }: MessageDialogProps): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const add = api.useMutation('post', '/api/v1/today/people/{operatorId}/messages', {
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/today/messages'] })
    },
  })
  const words = text.trim()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate({ params: { path: { operatorId: person.operatorId } }, body: { text: words } })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('messages.title', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form className={styles['form']} onSubmit={send}>
        <Textarea
          label={t('messages.text')}
          autosize
          minRows={2}
          maxLength={LENGTH_MAX}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles['usual']}>
          {USUAL.map((key) => (
            <Button key={key} variant="default" size="xs" onClick={() => setText(t(key))}>
              {t(key)}
            </Button>
          ))}
        </div>
        <p className={styles['note']}>{t('messages.hint')}</p>
        {add.error !== null && <FailedState problem={add.error} />}
        <Button type="submit" loading={add.isPending} disabled={words === ''}>
          {t('messages.send')}
        </Button>
      </form>
    </Modal>
  )
}
