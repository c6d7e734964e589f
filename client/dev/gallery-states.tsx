import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { DropZone } from '../components/drop-zone/drop-zone.tsx'
import { JobProgress } from '../components/job-progress/job-progress.tsx'
import { PageHeadline } from '../components/page-headline/page-headline.tsx'
import { FailedState } from '../components/states/failed-state.tsx'
import { LoadingState } from '../components/states/loading-state.tsx'
import { NoticeBar } from '../components/states/notice-bar.tsx'
import { EmptyState, TooMuchState } from '../components/states/page-state.tsx'
import { historyAnswer } from '../features/imports/history-headline.ts'
import { ImportLayers } from '../features/imports/import-layers.tsx'
import type { ImportReportView } from '../features/imports/import-report-model.ts'
import { ImportReport } from '../features/imports/import-report.tsx'
import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { UNREACHABLE } from '../lib/problem.ts'
import { WEEK_START_MS } from './made-up-week.ts'

const DAY_MS = 24 * 3_600_000
const YEARS_AGO_MS = WEEK_START_MS - 728 * DAY_MS

const REPORT: ImportReportView = {
  fileName: 'history_2024-06_2026-06.csv',
  template: 'Kezek CSV',
  isDryRun: false,
  rowsRead: 245_280,
  rowsStored: 245_214,
  rowsRefused: 66,
  firstMs: YEARS_AGO_MS,
  lastMs: WEEK_START_MS,
  refused: [
    { row: 1042, column: 'offered', reason: 'Число обращений не может быть отрицательным: −4' },
    { row: 88_120, column: 'interval_start', reason: 'Такой даты нет: 2025-02-30T10:00' },
  ],
  findings: [
    {
      kind: 'gap',
      queue: 'voice-ru',
      startMs: WEEK_START_MS - 90 * DAY_MS,
      endMs: WEEK_START_MS - 89 * DAY_MS,
      text: '48 интервалов',
    },
    {
      kind: 'spike',
      queue: 'voice-kk',
      startMs: WEEK_START_MS - 33 * DAY_MS,
      endMs: null,
      text: '2 140 обращений, обычно около 160',
    },
  ],
}

export function HistoryView(): ReactElement {
  const t = useTranslate()
  const layer = {
    firstMs: YEARS_AGO_MS,
    lastMs: WEEK_START_MS,
    importedBy: 'Сәуле Ермекова',
    importedAtMs: WEEK_START_MS,
  }
  return (
    <>
      <PageHeadline
        question={t('history.question')}
        answer={historyAnswer({ weeks: 104, gapCount: 1 }, t)}
      />
      <DropZone
        label="Файл истории"
        hint="CSV по интервалам или журнал queue_log, можно в gzip"
        accept=".csv,.gz,.log"
        isBusy={false}
        onFile={() => undefined}
      />
      <ImportReport report={REPORT} />
      <ImportLayers
        isReadOnly={false}
        onWithdraw={() => undefined}
        onRestore={() => undefined}
        onOpen={() => undefined}
        layers={[
          {
            ...layer,
            id: 'a',
            layer: 1,
            fileName: 'sample',
            rowsStored: 241_000,
            withdrawnAtMs: null,
          },
          {
            ...layer,
            id: 'b',
            layer: 2,
            fileName: 'may.csv',
            rowsStored: 1,
            withdrawnAtMs: WEEK_START_MS,
          },
          {
            ...layer,
            id: 'c',
            layer: 3,
            fileName: REPORT.fileName,
            rowsStored: 245_214,
            withdrawnAtMs: null,
          },
        ]}
      />
    </>
  )
}

export function StatesView(): ReactElement {
  const t = useTranslate()
  const running = { status: 'running', progress: 0.424, isCancelling: false } as const
  return (
    <>
      <NoticeBar
        kind="stale"
        text="История изменилась 14 июня 2026, 10:20: прогноз построен по старой."
        action={<Button variant="default">Построить заново</Button>}
      />
      <NoticeBar kind="readOnly" text="График опубликован: изменить его можно в новой версии." />
      <NoticeBar kind="disconnected" text="Связь потеряна, показано состояние на 10:20." />
      <JobProgress
        title="Составление графика"
        job={{ ...running, stage: 'поиск', remainingSeconds: 140 }}
        onCancel={() => undefined}
      />
      <JobProgress
        title="Прогноз"
        job={{ status: 'done' }}
        onCancel={() => undefined}
        result={<Button>Открыть прогноз</Button>}
      />
      <JobProgress
        title="Импорт"
        job={{ status: 'failed', problem: UNREACHABLE }}
        onCancel={() => undefined}
      />
      <EmptyState
        title={t('forecast.empty')}
        nextStep={t('forecast.empty.next')}
        action={<Button>{t('flow.history')}</Button>}
      />
      <TooMuchState title="4 800 человек" nextStep="Выберите площадку или команду." />
      <FailedState problem={UNREACHABLE} onRetry={() => undefined} />
      <LoadingState shape="table" />
    </>
  )
}
