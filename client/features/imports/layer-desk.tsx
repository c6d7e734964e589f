import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ImportLayers } from './import-layers.tsx'
import { layerView } from './import-report-model.ts'
import { StoredReport } from './stored-report.tsx'
import { useLayerChanges } from './use-layer-changes.ts'

/** What has been brought in, each import with its report and its way out and back. */
export function LayerDesk({ isReadOnly }: { readonly isReadOnly: boolean }): ReactElement | null {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/imports')
  const changes = useLayerChanges()
  const [opened, setOpened] = useState<string | null>(null)
  const report = api.useQuery(
    'get',
    '/api/v1/imports/{importId}',
    { params: { path: { importId: opened ?? '' } } },
    { enabled: opened !== null },
  )
  if (error !== null) return <FailedState problem={error} />
  if (data === undefined || data.imports.length === 0) return null
  return (
    <>
      {changes.problem !== null && <FailedState problem={changes.problem} />}
      <ImportLayers
        layers={data.imports.map(layerView)}
        isReadOnly={isReadOnly}
        onWithdraw={(id) => {
          changes.withdraw(id)
          showUndo(t, {
            message: t('layers.wasWithdrawn'),
            onUndo: () => changes.restore(id),
          })
        }}
        onRestore={changes.restore}
        onOpen={setOpened}
      />
      {report.error !== null && <FailedState problem={report.error} />}
      {opened !== null && report.data !== undefined && (
        <StoredReport outcome={report.data} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
