import { type ReactElement, useState } from 'react'

import { DropZone } from '../../components/drop-zone/drop-zone.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ImportPanel } from './import-panel.tsx'
import type { ImportOutcome } from './import-request.ts'
import type { MappableQueue } from './queue-mapping.tsx'
import { StoredReport } from './stored-report.tsx'
import { useImport } from './use-import.ts'
import { useHistoryRefresh, useLayerChanges } from './use-layer-changes.ts'

const FILES = '.csv,.txt,.tsv,.gz,.log,text/csv,text/plain,application/gzip'

/** Where files come in. */
export function ImportDesk({
  queues,
}: {
  readonly queues: readonly MappableQueue[]
}): ReactElement {
  const t = useTranslate()
  const timeZone = useTimeZone()
  const refresh = useHistoryRefresh()
  const layers = useLayerChanges()
  const [stored, setStored] = useState<ImportOutcome | null>(null)
  const flow = useImport(timeZone, (outcome) => {
    setStored(outcome)
    refresh()
    const { layer } = outcome
    if (layer === null) return
    showUndo(t, {
      message: t('import.done', { file: layer.fileName, count: layer.rowsStored }),
      undoLabel: t('layers.withdraw'),
      onUndo: () => {
        setStored(null)
        layers.withdraw(layer.id)
      },
    })
  })
  return (
    <>
      <DropZone
        label={t('history.upload')}
        hint={t('history.upload.hint')}
        accept={FILES}
        isBusy={flow.state.stage === 'sending'}
        onFile={(file) => {
          setStored(null)
          flow.choose(file)
        }}
      />
      <ImportPanel flow={flow} queues={queues} />
      {stored !== null && <StoredReport outcome={stored} onClose={() => setStored(null)} />}
    </>
  )
}
