import type { Text3 } from '#server/platform/db/column-types.ts'

const text = (kk: string, ru: string, en: string): Text3 => ({ kk, ru, en })

/** Words of the files that the calendar leaves the page in. Kazakh awaits review by a native speaker. */
export const DUE_TEXTS = {
  title: text('Мерзімдер', 'Сроки', 'Due dates'),
  date: text('Күні', 'Дата', 'Date'),
  what: text('Түрі', 'Вид', 'Kind'),
  person: text('Т.А.Ә.', 'ФИО', 'Full name'),
  number: text('Табель нөмірі', 'Табельный номер', 'Personnel number'),
  team: text('Топ', 'Команда', 'Team'),
  about: text('Мазмұны', 'Подробности', 'Details'),
  late: text('Мерзімі өткен', 'Просрочено', 'Overdue'),
  yes: text('иә', 'да', 'yes'),
  assessment: text('Құзыретті бағалау', 'Оценка компетенций', 'Assessment'),
  certificate: text('Сертификаттың соңғы күні', 'Сертификат действует до', 'Certificate ends'),
  contract: text(
    'Шарттың өзгеруі немесе аяқталуы',
    'Договор: смена или окончание',
    'Contract turns',
  ),
  document: text('Құжаттың соңғы күні', 'Документ действует до', 'Document ends'),
  session: text('Оқу сабағы', 'Занятие', 'Training session'),
  consent: text('Келісім жоқ', 'Нет согласия', 'Consent is missing'),
  survey: text('Сауалнама', 'Опрос', 'Survey'),
  action: text('Сауалнама бойынша шара', 'Мера по итогам опроса', 'Action after a survey'),
  survey_opens: text('басталады', 'начало', 'opens'),
  survey_closes: text('соңғы күні', 'последний день', 'last day'),
  survey_again: text('келесі сауалнама', 'следующий опрос', 'next round'),
  development: text('Даму жоспары', 'План развития', 'Development plan'),
  restriction: text('растайтын құжат', 'подтверждающий документ', 'supporting document'),
  night_work: text('түнгі жұмысқа келісім', 'согласие на ночную работу', 'consent to night work'),
  overtime: text(
    'үстеме жұмысқа келісім',
    'согласие на сверхурочную работу',
    'consent to overtime',
  ),
  holiday_work: text(
    'мереке күнгі жұмысқа келісім',
    'согласие на работу в праздники',
    'consent to work on holidays',
  ),
  personal_data: text(
    'дербес деректерге келісім',
    'согласие на обработку персональных данных',
    'consent to the use of personal data',
  ),
} as const satisfies Readonly<Record<string, Text3>>
