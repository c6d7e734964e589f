import type { Violation as BrokenRule } from '#forecasting/scheduling/check-schedule.ts'
import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { dateText, monthText } from '#server/platform/i18n/date-text.ts'
import { durationText } from '#server/platform/i18n/duration-text.ts'
import { type MessageValues, say } from '#server/platform/i18n/messages.ts'

/** What each rule says when it is broken. Kazakh texts await review by a native speaker. */
const TEXTS: Readonly<Record<string, Text3>> = {
  R01: {
    en: 'The contract in force on the day does not allow this shift ({shape})',
    ru: 'Договор, действующий в этот день, не допускает такую смену ({shape})',
    kk: 'Сол күні қолданыстағы шарт мұндай ауысымға ({shape}) жол бермейді',
  },
  R02: {
    en: 'A shift of this kind may not start at this time',
    ru: 'Смена такого вида не может начинаться в это время',
    kk: 'Мұндай ауысым бұл уақытта басталмауы керек',
  },
  R03: {
    en: 'Two shifts in a row are forbidden (art. 73(4))',
    ru: 'Две рабочие смены подряд запрещены (ст. 73 п. 4)',
    kk: 'Қатарынан екі жұмыс ауысымына тартуға тыйым салынады (73-бап, 4-тармақ)',
  },
  R04: {
    en: 'A break is missing or not in its place',
    ru: 'Перерыва нет или он не на своём месте',
    kk: 'Үзіліс жоқ немесе өз орнында емес',
  },
  R05: {
    en: 'No break of at least half an hour for rest and a meal in its window (art. 81)',
    ru: 'Нет перерыва для отдыха и приёма пищи не менее получаса в своём окне (ст. 81)',
    kk: 'Тынығуға және тамақтануға арналған кемінде жарты сағаттық үзіліс жоқ (81-бап)',
  },
  R06: {
    en: '{paidMin} of paid work in a day, at most {dayMaxPaidMin} (art. 71)',
    ru: 'Оплачиваемого времени в день {paidMin} при норме {dayMaxPaidMin} (ст. 71)',
    kk: 'Күніне ақы төленетін уақыт {paidMin}, норма {dayMaxPaidMin} (71-бап)',
  },
  R07: {
    en: 'Rest between shifts is {restMin}, at least {minRestMin} (art. 83)',
    ru: 'Междусменный отдых {restMin} при норме не менее {minRestMin} (ст. 83)',
    kk: 'Ауысымаралық тынығу {restMin}, кемінде {minRestMin} болуы керек (83-бап)',
  },
  R08: {
    en: 'The longest rest of the week is {restMin}, at least {weeklyRestMin} (house rule)',
    ru: 'Самый долгий отдых за неделю {restMin} при норме {weeklyRestMin} (правило центра)',
    kk: 'Аптадағы ең ұзақ тынығу {restMin}, норма {weeklyRestMin} (орталық қағидасы)',
  },
  R09: {
    en: '{daysInARow} working days in a row, at most {maxConsecDays} (house rule)',
    ru: '{daysInARow} рабочих дней подряд при норме {maxConsecDays} (правило центра)',
    kk: 'Қатарынан {daysInARow} жұмыс күні, норма {maxConsecDays} (орталық қағидасы)',
  },
  R10: {
    en: '{nightsInARow} night shifts in a row, at most {maxConsecNights} (house rule)',
    ru: '{nightsInARow} ночных смен подряд при норме {maxConsecNights} (правило центра)',
    kk: 'Қатарынан {nightsInARow} түнгі ауысым, норма {maxConsecNights} (орталық қағидасы)',
  },
  R11: {
    en: 'Not admitted to night work: {nightMin} at night (art. 76)',
    ru: 'К работе в ночное время не допускается: {nightMin} ночью (ст. 76)',
    kk: 'Түнгі уақыттағы жұмысқа жіберілмейді: түнде {nightMin} (76-бап)',
  },
  R12: {
    en: 'On leave, or not available',
    ru: 'Работник в отпуске или недоступен',
    kk: 'Жұмыскер демалыста немесе қолжетімсіз',
  },
  R13: {
    en: '{paidMin} of paid work in a week, at most {weekMaxPaidMin} (art. 68)',
    ru: 'Оплачиваемого времени за неделю {paidMin} при норме {weekMaxPaidMin} (ст. 68)',
    kk: 'Аптасына ақы төленетін уақыт {paidMin}, норма {weekMaxPaidMin} (68-бап)',
  },
  R14: {
    en: '{paidMin} of paid work in the period, at most {periodMaxPaidMin} (art. 75)',
    ru: 'Оплачиваемого времени за период {paidMin} при норме {periodMaxPaidMin} (ст. 75)',
    kk: 'Кезеңде ақы төленетін уақыт {paidMin}, норма {periodMaxPaidMin} (75-бап)',
  },
  R15: {
    en: 'What was locked has been changed',
    ru: 'Изменено то, что было закреплено',
    kk: 'Бекітілген нәрсе өзгертілген',
  },
  R16: {
    en: '{workedDays} working days in a week, at most {weekMaxDays} (art. 84)',
    ru: 'Рабочих дней в неделе: {workedDays} при норме не более {weekMaxDays} (ст. 84)',
    kk: 'Аптадағы жұмыс күндері: {workedDays}, норма {weekMaxDays} күннен аспайды (84-бап)',
  },
  R17: {
    en: 'No paid break of {lenMin} that the law gives this person {joinedTo, select, none {after at most {everyMin} of work} meal {joined to the meal} start {at the start of the shift} other {at the end of the shift}}; due in this shift: {breaks} (art. 82)',
    ru: 'Нет оплачиваемого перерыва в {lenMin}, положенного работнику по закону {joinedTo, select, none {не реже чем через {everyMin} работы} meal {вместе с перерывом на обед} start {в начале смены} other {в конце смены}}; положено за смену: {breaks} (ст. 82)',
    kk: 'Жұмыскерге заң бойынша {joinedTo, select, none {жұмыстың әрбір {everyMin} сайын} meal {түскі үзіліспен бірге} start {ауысымның басында} other {ауысымның соңында}} берілуге тиіс {lenMin} ақылы үзіліс жоқ; ауысымға тиесілісі: {breaks} (82-бап)',
  },
  R18: {
    en: 'A shift in two parts with a gap of {gapMin}, which the contract ({contract}) does not provide for (art. 72)',
    ru: 'Смена из двух частей с перерывом {gapMin} между ними, а договор ({contract}) разделённых смен не предусматривает (ст. 72)',
    kk: 'Арасы {gapMin} болатын екі бөліктен тұратын ауысым, ал шартта ({contract}) бөліктерге бөлінген ауысым көзделмеген (72-бап)',
  },
  OVERTIME_CONSENT: {
    en: '{overMin} beyond the norm of the week or day (week: {normMin}): not admitted to overtime (art. 77)',
    ru: 'Сверх нормы недели ({normMin}) или дня: {overMin}; к сверхурочной работе не привлекается (ст. 77)',
    kk: 'Апта ({normMin}) немесе күн нормасынан тыс: {overMin}; үстеме жұмысқа тартылмайды (77-бап)',
  },
  OVERTIME_DAY: {
    en: '{overMin} of overtime in {days, plural, one {# day} other {# days}}, at most {mostMin} a day (art. 78)',
    ru: 'Сверхурочно {overMin} за {days, plural, one {# день} few {# дня} other {# дней}} при норме не более {mostMin} в день (ст. 78)',
    kk: '{days} күнде үстеме жұмыс {overMin}, күніне {mostMin} артық болмауы керек (78-бап)',
  },
  OVERTIME_MONTH: {
    en: '{overMin} of overtime in {month}, at most {mostMin} (art. 78)',
    ru: 'Сверхурочно за {month}: {overMin} при норме не более {mostMin} (ст. 78)',
    kk: '{month} айында үстеме жұмыс {overMin}, {mostMin} артық болмауы керек (78-бап)',
  },
  OVERTIME_YEAR: {
    en: '{overMin} of overtime in the year {year}, at most {mostMin} (art. 78)',
    ru: 'Сверхурочно за год {year}: {overMin} при норме не более {mostMin} (ст. 78)',
    kk: '{year} жылы үстеме жұмыс {overMin}, {mostMin} артық болмауы керек (78-бап)',
  },
  SUMMARISED_OVERTIME: {
    en: '{overMin} beyond the norm {normMin} of the accounting period {from} – {to}, at most {mostMin} (art. 75, 77)',
    ru: 'Сверх нормы {normMin} учётного периода {from} – {to}: {overMin} при норме не более {mostMin} (ст. 75, 77)',
    kk: '{from} – {to} есептік кезең нормасынан ({normMin}) тыс: {overMin}, {mostMin} артық болмауы керек (75, 77-баптар)',
  },
  HOLIDAY_WORK: {
    en: 'Not admitted to work on the holiday {date} (art. 84, 85)',
    ru: 'К работе в праздничный день {date} не привлекается (ст. 84, 85)',
    kk: '{date} мереке күнгі жұмысқа тартылмайды (84, 85-баптар)',
  },
  SECOND_JOB: {
    en: '{hereMin} here and {elsewhereMin} in another job make {sumMin} a day, at most {mostMin} (art. 68)',
    ru: '{hereMin} здесь и {elsewhereMin} на другой работе — вместе {sumMin} в день при норме не более {mostMin} (ст. 68)',
    kk: 'Мұнда {hereMin}, басқа жұмыста {elsewhereMin}: күніне барлығы {sumMin}, {mostMin} артық болмауы керек (68-бап)',
  },
  REMOTE_WORK: {
    en: 'At home on {date}, which no record of remote work covers (art. 138)',
    ru: 'Работа дома {date}, на которое нет записи о дистанционной работе (ст. 138)',
    kk: '{date} күні үйден жұмыс, ал ол күнге қашықтан жұмыс туралы жазба жоқ (138-бап)',
  },
  EMPLOYMENT: {
    en: 'Not employed on this day{left, select, yes {; left on {day}} other {; hired from {day}}}',
    ru: 'В этот день не работает в центре{left, select, yes {; последний день {day}} other {; принят с {day}}}',
    kk: 'Бұл күні орталықта жұмыс істемейді{left, select, yes {; соңғы күні {day}} other {; {day} күнінен бастап қабылданған}}',
  },
  TRAINING: {
    en: 'Training “{course}” lies outside the shift',
    ru: 'Обучение «{course}» вне смены',
    kk: '«{course}» оқуы ауысымнан тыс',
  },
  P18_ALONE: {
    en: 'A trainee of the queue “{queue}” without the mentor {mentor} on shift all the while: the exception to p. 18 ({from} – {to}, allowed by {who}) does not hold',
    ru: 'Стажёр на очереди «{queue}» без наставника {mentor} на смене всё это время: исключение из п. 18 ({from} – {to}, допустил {who}) не действует',
    kk: '«{queue}» кезегі бойынша тағылымдамадан өтуші, тәлімгер {mentor} осы уақыт бойы ауысымда емес: 18-тармақтан ерекше жағдай ({from} – {to}, рұқсат берген {who}) қолданылмайды',
  },
  P18_MENTORED: {
    en: 'A trainee of the queue “{queue}” beside the mentor {mentor}: exception to p. 18, {from} – {to}, allowed by {who}',
    ru: 'Стажёр на очереди «{queue}» с наставником {mentor}: исключение из п. 18, {from} – {to}, допустил {who}',
    kk: '«{queue}» кезегі бойынша тағылымдамадан өтуші, тәлімгері {mentor}: 18-тармақтан ерекше жағдай, {from} – {to}, рұқсат берген {who}',
  },
  P18_IDLE: {
    en: '{when, select, before {A trainee who will be placed} other {A trainee who is placed}} on no shift beside the mentor {mentor} ({queue}): {why, select, not_here {the mentor does not work here in this period} not_competent {the mentor is not competent for the queue on the days of the exception} away {the mentor has no day to work} apart {on the days of the exception no shift of the trainee lies within one that the mentor can work (contract, leave, availability)} other {no place was found: place them by hand, or name another mentor}}',
    ru: '{when, select, before {Стажёр не будет поставлен} other {Стажёр ни разу не поставлен}} рядом с наставником {mentor} ({queue}): {why, select, not_here {наставник в этот период здесь не работает} not_competent {в дни исключения наставник сам не допущен к этой очереди} away {у наставника нет ни одного рабочего дня} apart {в дни исключения ни одна смена стажёра не умещается целиком в возможную смену наставника (договор, отпуск, недоступность)} other {места не нашлось: поставьте вручную или назначьте другого наставника}}',
    kk: 'Тағылымдамадан өтуші тәлімгер {mentor} ({queue}) жанына {when, select, before {қойылмайды} other {бір рет те қойылмаған}}: {why, select, not_here {тәлімгер бұл кезеңде мұнда жұмыс істемейді} not_competent {ерекше жағдай күндері тәлімгердің өзі бұл кезекке жіберілмеген} away {тәлімгердің бірде-бір жұмыс күні жоқ} apart {ерекше жағдай күндері тағылымдамадан өтушінің бірде-бір ауысымы тәлімгердің мүмкін ауысымына толық сыймайды (шарт, демалыс, қолжетімсіздік)} other {орын табылмады: қолмен қойыңыз немесе басқа тәлімгер тағайындаңыз}}',
  },
  P18: {
    en: 'No valid competence for any queue (order № 443/НҚ, p. 18){known, select, yes {; expired: {expired}} other {}}',
    ru: 'Нет действующей компетенции ни для одной очереди (приказ № 443/НҚ, п. 18){known, select, yes {; истекла: {expired}} other {}}',
    kk: 'Бірде-бір кезекке жарамды құзыреті жоқ (№ 443/НҚ бұйрық, 18-т.){known, select, yes {; мерзімі өткен: {expired}} other {}}',
  },
}

/** Words a broken rule; an unknown code, which would be a defect, is shown as it is. */
export function violationText(broken: BrokenRule, language: Language): string {
  return ruleText(broken.code, language, broken.values)
}

/** Values that are local dates, `2026-12-31`. */
const DATES: ReadonlySet<string> = new Set(['from', 'to', 'date', 'day'])

/** What a rule says: minutes (`…Min`) in hours, and days and months as people write them. */
export function ruleText(code: string, language: Language, values: MessageValues): string {
  const text = TEXTS[code]
  if (text === undefined) return code
  const said = Object.entries(values).map(([name, value]) => [
    name,
    saidValue(name, value, language),
  ])
  return say(text, language, Object.fromEntries(said) as MessageValues)
}

function saidValue(
  name: string,
  value: MessageValues[string],
  language: Language,
): MessageValues[string] {
  if (typeof value === 'number') {
    return name.endsWith('Min') ? durationText(value, language) : value
  }
  if (DATES.has(name)) return dateText(value, language)
  return name === 'month' ? monthText(value, language) : value
}
