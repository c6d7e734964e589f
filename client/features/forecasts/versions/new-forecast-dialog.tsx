import { Modal } from '@mantine/core'
import type { ReactElement } from 'react'

import { api } from '../../../lib/api.ts'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { type ForecastOrder, NewForecastForm } from './new-forecast-form.tsx'
import type { useNewForecast } from './use-new-forecast.ts'

interface NewForecastDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly work: ReturnType<typeof useNewForecast>
}

/** Asks what a new version is to cover, and starts it. */
export function NewForecastDialog({ isOpen, onClose, work }: NewForecastDialogProps): ReactElement {
  const t = useTranslate()
  const summary = api.useQuery('get', '/api/v1/history/summary', {}, { enabled: isOpen })
  const ends = (summary.data?.queues ?? []).flatMap(({ lastAt }) =>
    lastAt === null ? [] : [Date.parse(lastAt)],
  )
  const close = (): void => {
    work.forgetError()
    onClose()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('forecast.new.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <NewForecastForm
        historyEndMs={ends.length === 0 ? null : Math.max(...ends)}
        isBusy={work.isOrdering}
        error={work.error}
        onSubmit={(order) => void start(order)}
        onCancel={close}
      />
    </Modal>
  )

  /** A refusal is shown in the form, which stays open. */
  async function start(order: ForecastOrder): Promise<void> {
    if (await work.order(order)) close()
  }
}
