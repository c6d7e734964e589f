import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { type MessageValues, say } from '#server/platform/i18n/messages.ts'

import type { FindingKind, ImportFinding } from './imports.schema.ts'
import type { ClosedHours } from './report/closed-hours.ts'
import type { ImportReport } from './report/import-report.ts'
import type { QueueReport } from './report/queue-report.ts'

/** Kazakh texts await review by a native speaker. Times are given beside the text, as instants. */
const TEXTS: Readonly<Record<FindingKind, Text3>> = {
  gap: {
    en: 'Rows are missing where other weeks have them',
    ru: 'Нет строк там, где в другие недели они есть',
    kk: 'Басқа апталарда бар жолдар мұнда жоқ',
  },
  duplicate: {
    en: 'Rows told twice: {same, number} alike and left out, {replaced, number} replaced by a later one, {added, number} added up as parts',
    ru: 'Повторы строк: одинаковых пропущено {same, number}, заменено более поздней {replaced, number}, сложено как части {added, number}',
    kk: 'Қайталанған жолдар: бірдейі {same, number} өткізілді, {replaced, number} кейінгісімен ауыстырылды, {added, number} бөліктер ретінде қосылды',
  },
  spike: {
    en: '{offered, number} contacts, where {usual, number} are usual',
    ru: 'Обращений {offered, number}, а обычно {usual, number}',
    kk: '{offered, number} жолданым, әдетте {usual, number}',
  },
  closedHours: {
    en: '{weekday, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}}, {from}–{to}: not one contact in the whole history',
    ru: '{weekday, select, 1 {Понедельник} 2 {Вторник} 3 {Среда} 4 {Четверг} 5 {Пятница} 6 {Суббота} other {Воскресенье}}, {from}–{to}: за всю историю ни одного обращения',
    kk: '{weekday, select, 1 {Дүйсенбі} 2 {Сейсенбі} 3 {Сәрсенбі} 4 {Бейсенбі} 5 {Жұма} 6 {Сенбі} other {Жексенбі}}, {from}–{to}: бүкіл тарихта бірде-бір жолданым жоқ',
  },
  outsideHours: {
    en: '{weekday, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}}, {from}–{to}: the queue is closed by its settings, and the history has {contacts, number} contacts. Nobody is planned for them',
    ru: '{weekday, select, 1 {Понедельник} 2 {Вторник} 3 {Среда} 4 {Четверг} 5 {Пятница} 6 {Суббота} other {Воскресенье}}, {from}–{to}: по настройкам очередь закрыта, а обращений в истории {contacts, number}. Для них никто не планируется',
    kk: '{weekday, select, 1 {Дүйсенбі} 2 {Сейсенбі} 3 {Сәрсенбі} 4 {Бейсенбі} 5 {Жұма} 6 {Сенбі} other {Жексенбі}}, {from}–{to}: баптау бойынша кезек жабық, ал тарихта {contacts, number} жолданым бар. Оларға ешкім жоспарланбайды',
  },
  zoneChange: {
    en: 'The zone moved from UTC{before} to UTC{after}',
    ru: 'Часовой пояс сменился с UTC{before} на UTC{after}',
    kk: 'Уақыт белдеуі UTC{before} орнына UTC{after} болды',
  },
  doubledHour: {
    en: 'Rows in an hour that the clock showed twice: {byOrder, number} told apart by their order, {assumedFirst, number} taken for the first hour',
    ru: 'Строки в часе, который часы показали дважды: по порядку различено {byOrder, number}, принято за первый час {assumedFirst, number}',
    kk: 'Сағат екі рет көрсеткен сағаттағы жолдар: реті бойынша ажыратылғаны {byOrder, number}, бірінші сағат деп алынғаны {assumedFirst, number}',
  },
  restart: {
    en: 'The telephone system restarted: {count, number}',
    ru: 'Перезапусков телефонной системы: {count, number}',
    kk: 'Телефон жүйесінің қайта іске қосылуы: {count, number}',
  },
  unclosedContact: {
    en: 'Contacts whose end the log does not tell: {count, number}',
    ru: 'Обращений, о завершении которых журнал не говорит: {count, number}',
    kk: 'Журналда аяқталуы көрсетілмеген өтініштер: {count, number}',
  },
  droppedColumn: {
    en: 'The column “{column}” was not stored: Kezek does not need it, and it may hold personal data. Values left out: {values, number}',
    ru: 'Столбец «{column}» не сохранён: Kezek он не нужен, и в нём могут быть личные данные. Пропущено значений: {values, number}',
    kk: '«{column}» бағаны сақталмады: Kezek-ке қажет емес, әрі онда жеке деректер болуы мүмкін. Өткізілген мәндер: {values, number}',
  },
}

/** What a planner should look at in a history that was read, in the reader's language. */
export function importFindings(report: ImportReport, language: Language): ImportFinding[] {
  const finding = (kind: FindingKind, found: Found = {}): ImportFinding => ({
    kind,
    queue: found.queue ?? null,
    startsAt: instant(found.startMs),
    endsAt: instant(found.endMs),
    text: say(TEXTS[kind], language, found.values),
  })
  return [...wholeFile(report), ...report.queues.flatMap(ofQueue)].map(([kind, found]) =>
    finding(kind, found),
  )
}

interface Found {
  readonly queue?: string
  readonly startMs?: number
  readonly endMs?: number
  readonly values?: MessageValues
}

function wholeFile({ droppedColumns, zoneChanges, doubledHour, log }: ImportReport) {
  const found: [FindingKind, Found][] = droppedColumns.map(({ column, values }) => [
    'droppedColumn',
    { values: { column, values } },
  ])
  for (const { atMs, beforeMinutes, afterMinutes } of zoneChanges) {
    const values = { before: offsetText(beforeMinutes), after: offsetText(afterMinutes) }
    found.push(['zoneChange', { startMs: atMs, values }])
  }
  if (doubledHour.byOrder + doubledHour.assumedFirst > 0) {
    found.push(['doubledHour', { values: { ...doubledHour } }])
  }
  if (log !== null && log.restarts > 0) found.push(['restart', { values: { count: log.restarts } }])
  if (log !== null && log.outcomes.unknown > 0) {
    found.push(['unclosedContact', { values: { count: log.outcomes.unknown } }])
  }
  return found
}

function ofQueue(report: QueueReport): [FindingKind, Found][] {
  const { queue, gaps, spikes, closedHours, duplicates, intervalSeconds } = report
  const found: [FindingKind, Found][] = gaps.listed.map((gap) => ['gap', { queue, ...gap }])
  for (const { startsAtMs, offered, usual } of spikes.listed) {
    const endMs = startsAtMs + (intervalSeconds[0] ?? 0) * 1000
    found.push(['spike', { queue, startMs: startsAtMs, endMs, values: { offered, usual } }])
  }
  for (const stretch of closedHours) {
    found.push(['closedHours', { queue, values: stretchValues(stretch) }])
  }
  for (const stretch of report.outsideHours ?? []) {
    const values = { ...stretchValues(stretch), contacts: stretch.contacts }
    found.push(['outsideHours', { queue, values }])
  }
  if (duplicates.same + duplicates.replaced + duplicates.added > 0) {
    found.push(['duplicate', { queue, values: { ...duplicates } }])
  }
  return found
}

function stretchValues({ weekday, fromMinute, toMinute }: ClosedHours) {
  return { weekday: weekday + 1, from: clockText(fromMinute), to: clockText(toMinute) }
}

function instant(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}

function clockText(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

function offsetText(minutes: number): string {
  return `${minutes < 0 ? '−' : '+'}${clockText(Math.abs(minutes))}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
