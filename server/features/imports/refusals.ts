import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import { say } from '#server/platform/i18n/messages.ts'

import { importMessage } from './import-messages.ts'
import type { ImportReport } from './report/import-report.ts'

/** What a file that is good in itself may be refused for. Kazakh awaits a native speaker's review. */
const TEXTS = {
  queueUnknown: {
    en: 'The centre has no queue “{queue}”: say which of its queues it is',
    ru: 'В центре нет очереди «{queue}»: укажите, какой из его очередей она соответствует',
    kk: 'Орталықта «{queue}» кезегі жоқ: оның қай кезекке сәйкес екенін көрсетіңіз',
  },
  intervalUnfit: {
    en: 'The intervals are of {found, number} minutes, and the centre plans in {own, number}: they cannot be laid on each other. If the file does not tell their length, declare it',
    ru: 'Интервалы по {found, number} мин, а центр планирует по {own, number}: их нельзя совместить. Если длина в файле не указана, задайте её',
    kk: 'Аралықтар {found, number} минуттан, ал орталық {own, number} минуттан жоспарлайды: оларды сәйкестендіру мүмкін емес. Ұзақтығы файлда көрсетілмесе, оны өзіңіз көрсетіңіз',
  },
} as const satisfies Readonly<Record<string, Text3>>

/**
 * Refuses a file with faults, with queues that the centre does not have, or with intervals that its
 * own are not made of.
 *
 * @param centre.unknownQueues those of the report's queues that the centre does not have
 * @throws {ProblemError} `file-refused`, with the place and the reason of every fault
 */
export function refuseUnfit(
  report: ImportReport,
  centre: { readonly unknownQueues: readonly string[]; readonly intervalSeconds: number },
  language: Language,
): void {
  const errors = report.accepted
    ? [
        ...centre.unknownQueues.map((queue) => ({
          pointer: `queue ${queue}`,
          detail: say(TEXTS.queueUnknown, language, { queue }),
        })),
        ...unfitIntervals(report, centre.intervalSeconds, language),
      ]
    : report.problems.map((problem) => ({
        pointer: placeOf(problem),
        detail: importMessage({ ...problem, row: null }, language),
      }))
  if (errors.length > 0) throw new ProblemError('file-refused', { errors })
}

function unfitIntervals(report: ImportReport, ownSeconds: number, language: Language) {
  return report.queues.flatMap(({ queue, intervalSeconds }) =>
    intervalSeconds
      .filter((seconds) => ownSeconds % seconds !== 0)
      .map((seconds) => ({
        pointer: `intervals of queue ${queue}`,
        detail: say(TEXTS.intervalUnfit, language, { found: seconds / 60, own: ownSeconds / 60 }),
      })),
  )
}

function placeOf({ row, column }: { readonly row: number | null; readonly column: string | null }) {
  if (row === null) return column === null ? 'file' : `column ${column}`
  return column === null ? `row ${row}` : `row ${row}, column ${column}`
}
