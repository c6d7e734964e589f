import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { type MessageValues, say } from '#server/platform/i18n/messages.ts'

const text = (en: string, ru: string, kk: string): Text3 => ({ en, ru, kk })

/** What can be wrong with a file, a row or a cell. Kazakh texts await review by a native speaker. */
const FAULTS = {
  'not-a-table': text(
    'The file is neither a CSV nor an XLSX workbook',
    'Файл не CSV и не книга XLSX',
    'Файл CSV де, XLSX кітабы да емес',
  ),
  empty: text('The file has no rows', 'В файле нет строк', 'Файлда жолдар жоқ'),
  'too-many-rows': text(
    'The file has more rows than can be taken at once: split it',
    'В файле больше строк, чем можно принять за раз: разделите его',
    'Файлда бір жолы қабылданатыннан көп жол бар: оны бөліңіз',
  ),
  'column-missing': text(
    'The column “{column}” is missing',
    'Нет столбца «{column}»',
    '«{column}» бағаны жоқ',
  ),
  'iin-column': text(
    'The service does not keep IINs: remove the column “{column}”',
    'Служба не хранит ИИН: удалите столбец «{column}»',
    'Қызмет ЖСН сақтамайды: «{column}» бағанын жойыңыз',
  ),
  'iin-value': text(
    'This looks like an IIN: a personnel number is needed',
    'Похоже на ИИН: нужен табельный номер',
    'ЖСН-ге ұқсайды: табель нөмірі керек',
  ),
  missing: text('Nothing is filled in', 'Не заполнено', 'Толтырылмаған'),
  'too-long': text('Longer than {max} letters', 'Длиннее {max} знаков', '{max} таңбадан ұзын'),
  'date-unreadable': text(
    '“{value}” is no date: write 2026-12-31 or 31.12.2026',
    '«{value}» не дата: пишите 2026-12-31 или 31.12.2026',
    '«{value}» күн емес: 2026-12-31 немесе 31.12.2026 деп жазыңыз',
  ),
  'dates-disordered': text(
    'The last day comes before the first',
    'Последний день раньше первого',
    'Соңғы күн бірінші күннен ерте',
  ),
  'in-future': text(
    'This day has not come yet',
    'Этот день ещё не наступил',
    'Бұл күн әлі келген жоқ',
  ),
  'code-unknown': text(
    'The centre knows no “{value}”; it has: {known}',
    'В центре нет «{value}»; есть: {known}',
    'Орталықта «{value}» жоқ; барлары: {known}',
  ),
  'person-unknown': text(
    'Nobody has the personnel number “{value}”',
    'Табельного номера «{value}» ни у кого нет',
    '«{value}» табель нөмірі ешкімде жоқ',
  ),
  'value-unknown': text(
    '“{value}” is not understood; write one of: {known}',
    '«{value}» непонятно; пишите одно из: {known}',
    '«{value}» түсініксіз; мыналардың бірін жазыңыз: {known}',
  ),
  'hours-unreadable': text(
    '“{value}” is no number of hours a day: up to {max}, in quarters',
    '«{value}» не число часов в день: до {max}, с точностью до четверти',
    '«{value}» күндік сағат саны емес: {max} дейін, ширек сағаттық дәлдікпен',
  ),
  'level-unreadable': text(
    '“{value}” is no level: a whole number from 0 to 5',
    '«{value}» не уровень: целое число от 0 до 5',
    '«{value}» деңгей емес: 0-ден 5-ке дейінгі бүтін сан',
  ),
  'code-unfit': text(
    '“{value}” is no code: letters, digits, dots and dashes, no spaces',
    '«{value}» не код: буквы, цифры, точки и дефисы, без пробелов',
    '«{value}» код емес: әріптер, цифрлар, нүктелер мен дефистер, бос орынсыз',
  ),
  'answers-differ': text(
    'The languages differ: answers here {count}, in the first language {expected}',
    'Языки расходятся: здесь ответов {count}, в первом языке {expected}',
    'Тілдер сәйкес емес: мұнда {count} жауап, бірінші тілде {expected}',
  ),
  'too-many-answers': text('More than {max} answers', 'Больше {max} ответов', '{max} жауаптан көп'),
  repeated: text('Already in row {first}', 'Уже есть в строке {first}', '{first}-жолда бар'),
} as const satisfies Readonly<Record<string, Text3>>

export type FaultCode = keyof typeof FAULTS

/** One thing that is wrong, and where. `row` null: the file as a whole. */
export interface ImportFault {
  readonly row: number | null
  /** Key of the column; null: the row as a whole. */
  readonly column: string | null
  readonly code: FaultCode
  readonly values?: MessageValues
}

export function faultText({ code, values }: ImportFault, language: Language): string {
  return say(FAULTS[code], language, values)
}
