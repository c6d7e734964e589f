import { Button, Checkbox, Modal, NativeSelect, Radio } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import {
  CONFIDENCES,
  type Confidence,
  GOALS,
  PLAIN_WISH,
  type RequirementWish,
} from './requirement-wish.ts'

import styles from './requirement-dialog.module.css'

interface RequirementDialogProps {
  readonly forecastVersion: number
  readonly onOrder: (wish: RequirementWish) => void
  readonly onClose: () => void
}

/** What the agents are to be enough for: when promises hold, how surely, and for whose contacts. */
export function RequirementDialog(props: RequirementDialogProps): ReactElement {
  const { forecastVersion, onOrder, onClose } = props
  const t = useTranslate()
  const [wish, setWish] = useState<RequirementWish>(PLAIN_WISH)
  const change = (part: Partial<RequirementWish>): void => setWish((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onOrder(wish)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('requirement.new.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form className={styles['form']} onSubmit={submit}>
        <Radio.Group
          label={t('requirement.wish.goal')}
          value={wish.goal}
          onChange={(value) => change({ goal: value === 'period' ? 'period' : 'interval' })}
        >
          <div className={styles['choices']}>
            {GOALS.map((goal) => (
              <Radio key={goal} value={goal} label={t(`requirement.wish.goal.${goal}`)} />
            ))}
          </div>
        </Radio.Group>
        <NativeSelect
          label={t('requirement.wish.confidence')}
          description={t('requirement.wish.confidence.hint')}
          value={wish.confidence === null ? '' : String(wish.confidence)}
          data={[
            { value: '', label: t('requirement.wish.confidence.queues') },
            ...CONFIDENCES.map((confidence) => ({
              value: String(confidence),
              label: t('settings.confidence.share', { percent: confidence * 100 }),
            })),
          ]}
          onChange={(event) => change({ confidence: confidenceOf(event.currentTarget.value) })}
        />
        <Checkbox
          checked={wish.firstTries}
          onChange={(event) => change({ firstTries: event.currentTarget.checked })}
          label={t('requirement.wish.firstTries')}
          description={t('requirement.wish.firstTries.hint')}
        />
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit">{t('requirement.new', { version: forecastVersion })}</Button>
        </div>
      </form>
    </Modal>
  )
}

function confidenceOf(value: string): Confidence | null {
  return CONFIDENCES.find((confidence) => String(confidence) === value) ?? null
}
