import { IntlMessageFormat } from 'intl-messageformat'

import type { ImportProblem, ImportProblemCode } from './import-problem.ts'

export type Language = 'kk' | 'ru' | 'en'

/**
 * What a person reads about a problem, without its place, which `importMessage` adds. ICU messages;
 * the parameters are those of the problem, and `value`.
 *
 * Kazakh texts: grade C, written after the terms of the order and of common interfaces, and waiting
 * for review by a native speaker.
 */
const MESSAGES: Readonly<Record<ImportProblemCode, Readonly<Record<Language, string>>>> = {
  'file-empty': {
    kk: 'Файл бос.',
    ru: 'Файл пуст.',
    en: 'The file is empty.',
  },
  'file-without-rows': {
    kk: 'Файлда тақырып бар, бірақ деректер жоқ.',
    ru: 'В файле есть заголовок, но нет данных.',
    en: 'The file has a header but no data.',
  },
  'gzip-truncated': {
    kk: 'Сығылған файл соңына дейін жетпей үзілген. Оны қайта жүктеңіз.',
    ru: 'Сжатый файл оборван до своего конца. Загрузите его заново.',
    en: 'The compressed file breaks off before its end. Upload it again.',
  },
  'gzip-corrupt': {
    kk: 'Сығылған файл бүлінген және ашылмайды.',
    ru: 'Сжатый файл повреждён и не распаковывается.',
    en: 'The compressed file is damaged and cannot be unpacked.',
  },
  'archive-unsupported': {
    kk: 'Бұл ZIP мұрағаты немесе XLSX кітабы. Кестені CSV ретінде сақтаңыз.',
    ru: 'Это архив ZIP или книга XLSX. Сохраните таблицу как CSV.',
    en: 'This is a ZIP archive or an XLSX workbook. Save the table as CSV.',
  },
  'text-undecodable': {
    kk: 'Мәтін {encoding} кодтауында оқылмайды.',
    ru: 'Текст не читается в кодировке {encoding}.',
    en: 'The text cannot be read as {encoding}.',
  },
  'text-encoding-unsure': {
    kk: 'Мәтіннің кодтауы белгісіз: UTF-8 емес, windows-1251-ге ұқсамайды. UTF-8 ретінде сақтаңыз немесе кодтауды көрсетіңіз.',
    ru: 'Кодировка текста неясна: это не UTF-8 и не похоже на windows-1251. Сохраните файл в UTF-8 или укажите кодировку.',
    en: 'The encoding is unclear: not UTF-8, and unlike windows-1251. Save the file as UTF-8 or declare its encoding.',
  },
  'template-unknown': {
    kk: 'Файлдың бағандары белгілі үлгілердің ешқайсысына сәйкес келмейді. Кемінде мына бағандар керек: {needed}.',
    ru: 'Столбцы файла не подходят ни к одному известному шаблону. Нужны хотя бы такие: {needed}.',
    en: 'The columns of the file fit no known template. These are needed at least: {needed}.',
  },
  'column-missing': {
    kk: '«{template}» үлгісінің бағандары жетіспейді: {missing}.',
    ru: 'Не хватает столбцов шаблона «{template}»: {missing}.',
    en: 'Columns of the template “{template}” are missing: {missing}.',
  },
  'column-repeated': {
    kk: 'Баған файлда екі рет кездеседі.',
    ru: 'Столбец встречается в файле дважды.',
    en: 'The column stands in the file twice.',
  },
  'quote-unclosed': {
    kk: 'Осы жолда ашылған тырнақша жабылмаған.',
    ru: 'Кавычка, открытая в этой строке, не закрыта.',
    en: 'A quotation mark opened in this row is not closed.',
  },
  'quote-misplaced': {
    kk: 'Тырнақша өріс ішінде тұр: ол бүкіл өрісті қоршауы немесе екі рет жазылуы керек.',
    ru: 'Кавычка стоит внутри поля: она должна окружать всё поле или быть удвоена.',
    en: 'A quotation mark stands inside a field: it must surround the whole field or be doubled.',
  },
  'record-too-long': {
    kk: 'Жол {limit, number} таңбадан ұзын: бұл кесте емес сияқты.',
    ru: 'Строка длиннее {limit, number} знаков: похоже, это не таблица.',
    en: 'The row is longer than {limit, number} characters: this does not look like a table.',
  },
  'rows-too-many': {
    kk: 'Файлда {limit, number} жолдан көп. Оны бөліңіз.',
    ru: 'В файле больше {limit, number} строк. Разделите его.',
    en: 'The file has more than {limit, number} rows. Split it.',
  },
  'queues-too-many': {
    kk: 'Файлда {limit, number} кезектен көп: кезек бағанында басқа нәрсе тұрған сияқты.',
    ru: 'В файле больше {limit, number} очередей: похоже, в столбце очереди стоит что-то другое.',
    en: 'The file has more than {limit, number} queues: the queue column seems to hold something else.',
  },
  'traits-too-many': {
    kk: 'Бағанда {limit, number} түрлі мәннен көп: онда еркін мәтін тұрған сияқты, ал еркін мәтінде адамдардың деректері болуы мүмкін. Ештеңе сақталмады.',
    ru: 'В столбце больше {limit, number} разных значений: похоже, там свободный текст, а в нём могут быть данные людей. Ничего не сохранено.',
    en: 'The column has more than {limit, number} different values: it seems to hold free text, which may hold data of people. Nothing was stored.',
  },
  'row-length': {
    kk: 'Жолда {found, number} өріс бар, {expected, number} болуы керек.',
    ru: 'Полей в строке: {found, number}, а должно быть {expected, number}.',
    en: 'The row has {found, number} fields instead of {expected, number}.',
  },
  'value-missing': {
    kk: 'Мән жоқ.',
    ru: 'Значение не указано.',
    en: 'The value is missing.',
  },
  'date-invalid': {
    kk: '«{value}» күн мен уақыт емес. Мысалы: 2026-03-02T09:15:00+05:00.',
    ru: '«{value}» не читается как дата и время. Пример: 2026-03-02T09:15:00+05:00.',
    en: '“{value}” is not a date and time. Example: 2026-03-02T09:15:00+05:00.',
  },
  'date-out-of-range': {
    kk: '«{value}» күні 1990–2099 жылдардан тыс.',
    ru: 'Дата «{value}» вне 1990–2099 годов.',
    en: 'The date “{value}” is outside the years 1990–2099.',
  },
  'date-skipped-by-clock': {
    kk: '«{value}» уақыты болған жоқ: бұл күні сағат тілі алға жылжытылды.',
    ru: 'Времени «{value}» не было: в этот день часы перевели вперёд.',
    en: 'The time “{value}” did not exist: the clock was put forward that day.',
  },
  'interval-not-aligned': {
    kk: 'Аралық {minutes, number} минуттық торда басталмайды.',
    ru: 'Начало интервала не попадает на сетку в {minutes, number} мин.',
    en: 'The interval does not start on a grid of {minutes, number} minutes.',
  },
  'interval-length-unsupported': {
    kk: '«{value}» аралығының ұзақтығы қолданылмайды: 5, 10, 15, 20, 30 немесе 60 минут.',
    ru: 'Длина интервала «{value}» не поддерживается: 5, 10, 15, 20, 30 или 60 минут.',
    en: 'The interval length “{value}” is not supported: 5, 10, 15, 20, 30 or 60 minutes.',
  },
  'count-invalid': {
    kk: '«{value}» сан емес.',
    ru: '«{value}» не число.',
    en: '“{value}” is not a number.',
  },
  'count-negative': {
    kk: '«{value}» теріс сан, жолданымдар саны теріс болмайды.',
    ru: '«{value}»: число обращений не бывает отрицательным.',
    en: '“{value}”: a number of contacts cannot be negative.',
  },
  'count-too-large': {
    kk: '«{value}»: бір аралықта {limit, number} жолданымнан көп болмайды.',
    ru: '«{value}»: за один интервал не бывает больше {limit, number} обращений.',
    en: '“{value}”: one interval cannot have more than {limit, number} contacts.',
  },
  'count-not-whole': {
    kk: '«{value}»: жолданымдар саны бүтін болуы керек.',
    ru: '«{value}»: число обращений должно быть целым.',
    en: '“{value}”: a number of contacts must be whole.',
  },
  'seconds-invalid': {
    kk: '«{value}» секунд саны емес.',
    ru: '«{value}» не число секунд.',
    en: '“{value}” is not a number of seconds.',
  },
  'seconds-negative': {
    kk: '«{value}»: ұзақтық теріс болмайды.',
    ru: '«{value}»: длительность не бывает отрицательной.',
    en: '“{value}”: a duration cannot be negative.',
  },
  'seconds-too-large': {
    kk: '«{value}»: ұзақтық {limit, number} секундтан аспауы керек.',
    ru: '«{value}»: длительность больше {limit, number} секунд.',
    en: '“{value}”: a duration cannot exceed {limit, number} seconds.',
  },
  'channel-unknown': {
    kk: '«{value}» арнасы белгісіз: voice, chat, email, social, video, callback немесе outbound.',
    ru: 'Канал «{value}» неизвестен: voice, chat, email, social, video, callback или outbound.',
    en: 'The channel “{value}” is unknown: voice, chat, email, social, video, callback or outbound.',
  },
  'queue-invalid': {
    kk: 'Кезектің атауы {limit, number} таңбадан ұзын немесе онда басқару таңбалары бар.',
    ru: 'Название очереди длиннее {limit, number} знаков или содержит управляющие знаки.',
    en: 'The name of the queue is longer than {limit, number} characters or has control characters.',
  },
  'trait-invalid': {
    kk: 'Мән {limit, number} таңбадан ұзын немесе онда басқару таңбалары бар.',
    ru: 'Значение длиннее {limit, number} знаков или содержит управляющие символы.',
    en: 'The value is longer than {limit, number} characters or has control characters.',
  },
  'handled-exceeds-offered': {
    kk: 'Өңделген жолданымдар ({handled, number}) келіп түскендерден ({offered, number}) көп.',
    ru: 'Обработанных обращений ({handled, number}) больше, чем поступивших ({offered, number}).',
    en: 'More contacts were handled ({handled, number}) than offered ({offered, number}).',
  },
  'abandoned-exceeds-offered': {
    kk: 'Жоғалған жолданымдар ({abandoned, number}) келіп түскендерден ({offered, number}) көп.',
    ru: 'Потерянных обращений ({abandoned, number}) больше, чем поступивших ({offered, number}).',
    en: 'More contacts were abandoned ({abandoned, number}) than offered ({offered, number}).',
  },
  'short-exceeds-abandoned': {
    kk: 'Ерте үзілгендер ({shortAbandoned, number}) барлық жоғалғандардан ({abandoned, number}) көп.',
    ru: 'Рано прерванных ({shortAbandoned, number}) больше, чем всех потерянных ({abandoned, number}).',
    en: 'More contacts left early ({shortAbandoned, number}) than were abandoned ({abandoned, number}).',
  },
  'in-target-exceeds-handled': {
    kk: 'Мерзімінде жауап берілгендер ({answeredInTarget, number}) өңделгендерден ({handled, number}) көп.',
    ru: 'Отвеченных в срок ({answeredInTarget, number}) больше, чем обработанных ({handled, number}).',
    en: 'More contacts were answered in target ({answeredInTarget, number}) than handled ({handled, number}).',
  },
  'log-line-invalid': {
    kk: 'Жол queue_log пішініне сәйкес емес: уақыт|қоңырау|кезек|оператор|оқиға.',
    ru: 'Строка не имеет вида queue_log: время|вызов|очередь|оператор|событие.',
    en: 'The line is not of the form of a queue_log: time|call|queue|agent|event.',
  },
}

/** Where the problem stands. Kazakh: grade C. */
const PLACES: Readonly<Record<Language, { row: string; column: string }>> = {
  kk: { row: '{row, number}-жол: ', column: '{row, number}-жол, «{column}» бағаны: ' },
  ru: { row: 'Строка {row, number}: ', column: 'Строка {row, number}, столбец «{column}»: ' },
  en: { row: 'Row {row, number}: ', column: 'Row {row, number}, column “{column}”: ' },
}

const formats = new Map<string, IntlMessageFormat>()

/** Says a problem, with the row and the column where it was met. */
export function importMessage(problem: ImportProblem, language: Language): string {
  const { code, row, column, value, params } = problem
  const text = say(MESSAGES[code][language], language, { ...params, value: value ?? '' })
  if (row === null) return text
  const place = PLACES[language]
  return column === null
    ? say(place.row, language, { row }) + text
    : say(place.column, language, { row, column }) + text
}

function say(
  message: string,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  const key = `${language} ${message}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new IntlMessageFormat(message, language)
    formats.set(key, format)
  }
  return String(format.format(params))
}
