import { Button, Group } from '@mantine/core'
import type { ReactElement } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { ImportOptions } from './import-options.tsx'
import { reportView } from './import-report-model.ts'
import { ImportReport } from './import-report.tsx'
import { type MappableQueue, QueueMapping } from './queue-mapping.tsx'
import { readRefusal } from './refusal.ts'
import { RefusedRows } from './refused-rows.tsx'
import type { ImportFlow } from './use-import.ts'

import styles from './imports.module.css'

interface ImportPanelProps {
  readonly flow: ImportFlow
  readonly queues: readonly MappableQueue[]
}

/** A file on its way in: how it is read, what was found, and what to do about it. */
export function ImportPanel({ flow, queues }: ImportPanelProps): ReactElement | null {
  const t = useTranslate()
  const { state } = flow
  if (state.stage === 'none') return null
  const { file, settings } = state
  return (
    <section className={styles['panel']} aria-label={t('import.file', { file: file.name })}>
      <ImportOptions settings={settings} onChange={flow.change} />
      {state.stage === 'sending' && (
        <JobProgress
          title={t(state.isTrial ? 'import.trying' : 'import.storing', { file: file.name })}
          job={{
            status: 'running',
            progress: state.share,
            stage: t(state.share < 1 ? 'import.sending' : 'import.working'),
            remainingSeconds: null,
            soFar: null,
            isCancelling: false,
          }}
          onCancel={flow.leave}
        />
      )}
      {state.stage === 'tried' && (
        <>
          <ImportReport report={reportView(state.outcome, file.name)} />
          <Group gap="xs">
            <Button onClick={flow.store}>{t('import.store')}</Button>
            <Button variant="default" onClick={flow.leave}>
              {t('action.cancel')}
            </Button>
          </Group>
        </>
      )}
      {state.stage === 'refused' && (
        <Refused problem={state.problem} flow={flow} queues={queues} fileName={file.name} />
      )}
    </section>
  )
}

interface RefusedProps extends ImportPanelProps {
  readonly problem: ProblemView
  readonly fileName: string
}

function Refused({ problem, flow, queues, fileName }: RefusedProps): ReactElement {
  const t = useTranslate()
  const { state } = flow
  if (problem.type !== '/problems/file-refused' || state.stage === 'none') {
    return <FailedState problem={problem} onRetry={() => flow.change({})} />
  }
  const { unknownQueues, rows, canSkipRows } = readRefusal(problem.errors ?? [])
  return (
    <>
      <div role="alert" className={styles['refusal']}>
        <h2 className={styles['title']}>{t('import.refusedFile', { file: fileName })}</h2>
        <p className={styles['note']}>
          {t('import.nothingStored')}{' '}
          {t(nextStep(unknownQueues.length > 0, rows.length > 0, canSkipRows))}
        </p>
      </div>
      {unknownQueues.length > 0 && (
        <QueueMapping
          key={unknownQueues.join('\n')}
          names={unknownQueues}
          queues={queues}
          onMap={(map) => flow.change({ queueMap: { ...state.settings.queueMap, ...map } })}
        />
      )}
      {rows.length > 0 && <RefusedRows fileName={fileName} rows={rows} total={rows.length} />}
      <Group gap="xs" mt="xs">
        {canSkipRows && (
          <Button onClick={() => flow.change({ skipsBadRows: true })}>
            {t('import.skipRows')}
          </Button>
        )}
        <Button variant="default" onClick={flow.leave}>
          {t('import.leave')}
        </Button>
      </Group>
    </>
  )
}

function nextStep(hasQueues: boolean, hasRows: boolean, canSkipRows: boolean) {
  if (hasQueues && !hasRows) return 'import.next.map'
  return canSkipRows ? 'import.next.rows' : 'import.next.file'
}
