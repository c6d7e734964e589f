import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { OwnShift } from './own-shifts.ts'
import type { RequestDesk } from './use-own-shifts.ts'

import styles from './own-shifts.module.css'

type Choice = components['schemas']['SwapChoices']['choices'][number]

interface SwapDialogProps {
  readonly shift: OwnShift
  readonly desk: RequestDesk
  readonly onClose: () => void
}

/** With whom could this shift be exchanged? Only what is legal for both is offered. */
export function SwapDialog({ shift, desk, onClose }: SwapDialogProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { startsAt, endsAt } = shift
  const { data, error } = api.useQuery('get', '/api/v1/my/shifts/swaps', {
    params: { query: { startsAt } },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('myShifts.swap.title', {
        when: format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt)),
      })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data?.choices.length === 0 && <p>{t('myShifts.swap.none')}</p>}
      {data !== undefined && data.choices.length > 0 && (
        <Choices
          choices={data.choices}
          desk={desk}
          onAsk={(choice, note) =>
            desk.asking.mutate(
              {
                body: {
                  kind: 'swap',
                  startsAt,
                  otherOperatorId: choice.operatorId,
                  otherStartsAt: choice.startsAt,
                  note,
                },
              },
              { onSuccess: onClose },
            )
          }
        />
      )}
    </Modal>
  )
}

interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly desk: RequestDesk
  readonly onAsk: (choice: Choice, note: string) => void
}

function Choices({ choices, desk, onAsk }: ChoicesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const keyOf = ({ operatorId, startsAt }: Choice): string => `${operatorId} ${startsAt}`
  const choice = choices.find((one) => keyOf(one) === chosen)
  return (
    <div className={styles['form']}>
      <Radio.Group label={t('myShifts.swap.with')} value={chosen} onChange={setChosen}>
        <div className={styles['choices']}>
          {choices.map((one) => (
            <Radio
              key={keyOf(one)}
              value={keyOf(one)}
              label={`${format.weekdayRange(Date.parse(one.startsAt), Date.parse(one.endsAt))}, ${one.name}`}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('myShifts.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p className={styles['hint']}>{t('myShifts.swap.how')}</p>
      {desk.asking.error !== null && <FailedState problem={desk.asking.error} />}
      <Button
        disabled={choice === undefined}
        loading={desk.asking.isPending}
        onClick={() => {
          if (choice !== undefined) onAsk(choice, note)
        }}
      >
        {t('myShifts.swap.ask')}
      </Button>
    </div>
  )
}
