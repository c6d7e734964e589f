import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { durationText } from '#server/platform/i18n/duration-text.ts'
import { say } from '#server/platform/i18n/messages.ts'

import type { ContractFault, ContractFaultCode } from './contract-faults.ts'
import type { ShiftShapeFault, ShiftShapeFaultCode } from './shift-shape-faults.ts'
import type { ShapeChange, TermsChange } from './working-time.schema.ts'

const text = (kk: string, ru: string, en: string): Text3 => ({ kk, ru, en })

/** The fields as the page calls them. Kazakh texts await review by a native speaker. */
const FIELDS: Readonly<Record<keyof TermsChange | keyof ShapeChange, Text3>> = {
  name: text('Атауы', 'Название', 'Name'),
  regime: text('Жұмыс режимі', 'Режим рабочего времени', 'Regime'),
  accountingMonths: text('Есептік кезең', 'Учётный период', 'Accounting period'),
  shapes: text('Ауысым түрлері', 'Виды смен', 'Shifts'),
  dayMaxPaidMinutes: text('Күніне ең көбі', 'Не больше в день', 'At most a day'),
  weekTargetPaidMinutes: text('Аптасына норма', 'Норма в неделю', 'Owed a week'),
  weekMaxPaidMinutes: text('Аптасына ең көбі', 'Не больше в неделю', 'At most a week'),
  minRestMinutes: text('Ауысымаралық тынығу', 'Отдых между сменами', 'Rest between shifts'),
  weeklyRestMinutes: text('Апталық тынығу', 'Еженедельный отдых', 'Weekly rest'),
  maxConsecutiveDays: text(
    'Қатарынан жұмыс күндері',
    'Рабочих дней подряд',
    'Working days in a row',
  ),
  maxConsecutiveNights: text('Қатарынан түндер', 'Ночных смен подряд', 'Nights in a row'),
  costPerHour: text('Сағат құны', 'Цена часа', 'Cost of an hour'),
  overtimeMultiplier: text('Үстеме жұмыс ақысы', 'Оплата сверхурочных', 'Pay of overtime'),
  spanMinutes: text('Ұзақтығы', 'Длительность', 'Length'),
  startFromMinutes: text('Ең ерте басталуы', 'Самое раннее начало', 'Earliest start'),
  startToMinutes: text('Ең кеш басталуы', 'Самое позднее начало', 'Latest start'),
  startStepMinutes: text('Басталу қадамы', 'Шаг начала', 'Step of starts'),
  splitShifts: text('Бөліктерге бөлінген ауысымдар', 'Разделённые смены', 'Split shifts'),
  breaks: text('Үзілістер', 'Перерывы', 'Breaks'),
}

const TEXTS: Readonly<Record<ContractFaultCode | ShiftShapeFaultCode, Text3>> = {
  accounting_above_law: text(
    '{given} ай, заң бойынша ең көбі {most} ай (73-1, 74, 75-баптар)',
    '{given} мес. при наибольшем по закону {most} мес. (ст. 73-1, 74, 75)',
    '{given} months, where the law allows {most} (art. 73-1, 74, 75)',
  ),
  day_above_law: text(
    '{given}, заң бойынша ең көбі {most} (71, 73-1, 83-баптар)',
    '{given} при наибольшем по закону {most} (ст. 71, 73-1, 83)',
    '{given}, where the law allows {most} (art. 71, 73-1, 83)',
  ),
  week_above_law: text(
    '{given}, заң бойынша норма {most} (68-бап)',
    '{given} при норме закона {most} (ст. 68)',
    '{given}, where the norm of the law is {most} (art. 68)',
  ),
  overtime_above_law: text(
    '{given}: норма мен айлық үстеме жұмыс бірге {most} (68, 78-баптар)',
    '{given}: норма вместе со сверхурочными за месяц — {most} (ст. 68, 78)',
    '{given}: the norm and a month’s overtime are {most} together (art. 68, 78)',
  ),
  target_above_most: text(
    '{given} — аптасына ең көбінен ({most}) артық',
    '{given} — больше, чем разрешено в неделю ({most})',
    '{given} is more than a week may have ({most})',
  ),
  rest_below_law: text(
    '{given}, кемінде {least} болуы керек (83-бап)',
    '{given} при наименьшем {least} (ст. 83)',
    '{given}, at least {least} (art. 83)',
  ),
  weekly_rest_below_rule: text(
    '{given}, орталық қағидасы бойынша кемінде {least}',
    '{given} при наименьшем {least} по правилу центра',
    '{given}, at least {least} by the house rule',
  ),
  days_above_rule: text(
    '{given}, орталық қағидасы бойынша ең көбі {most}',
    '{given} при наибольшем {most} по правилу центра',
    '{given}, at most {most} by the house rule',
  ),
  nights_above_rule: text(
    '{given}, орталық қағидасы бойынша ең көбі {most}',
    '{given} при наибольшем {most} по правилу центра',
    '{given}, at most {most} by the house rule',
  ),
  overtime_pay_below_law: text(
    '{given} есе, кемінде {least} есе болуы керек (108-бап)',
    'в {given} раза, а нужно не менее чем в {least} (ст. 108)',
    '{given} times, at least {least} (art. 108)',
  ),
  shape_unknown: text(
    '{shape} ауысымы орталықта жоқ',
    'смены {shape} в центре нет',
    'the centre has no shift {shape}',
  ),
  split_not_agreed: text(
    '{shape} — бөліктерге бөлінген ауысым: шарт оны көздеуі керек (72-бап)',
    '{shape} — разделённая смена: договор должен её предусматривать (ст. 72)',
    '{shape} is a split shift: the contract must provide for it (art. 72)',
  ),
  gap_unfit: text(
    'Ауысым бөліктерінің арасы біреу ғана, ұзақтығы кемінде {leastMin}, басталуы бір уақытта болуы керек (72-бап)',
    'между частями смены может быть один перерыв, не короче {leastMin} и с одним временем начала (ст. 72)',
    'There may be one gap between the parts of a shift, of at least {leastMin}, beginning at one set time (art. 72)',
  ),
  break_too_long: text(
    '№ {number} үзіліс {mostMin} ұзақ: мұндай ұзақтық тек ауысым бөліктерінің арасына болады',
    'Перерыв № {number} длиннее {mostMin}: столько может длиться лишь перерыв между частями смены',
    'Break {number} is longer than {mostMin}: only the gap of a split shift may be',
  ),
  shape_above_day: text(
    '{shape}: {given} төленеді, шарт бойынша күніне ең көбі {most}',
    '{shape}: оплачивается {given}, а по договору в день не больше {most}',
    '{shape}: {given} are paid, the contract allows {most} a day',
  ),
  starts_disordered: text(
    'ең ерте басталуынан бұрын',
    'раньше самого раннего начала',
    'before the earliest start',
  ),
  starts_off_step: text(
    'ең кеш басталуға {step} минуттық қадаммен жету мүмкін емес',
    'до самого позднего начала нельзя дойти шагами по {step} мин',
    'the latest start cannot be reached in steps of {step} min',
  ),
  window_disordered: text(
    '{number}-үзіліс: ең кеш уақыты ең ерте уақытынан бұрын',
    'перерыв {number}: самое позднее раньше самого раннего',
    'break {number}: the latest lies before the earliest',
  ),
  span_above_law: text(
    '{given}, ауысым {most} аспауы керек (83-бап)',
    '{given}, а смена не должна быть дольше {most} (ст. 83)',
    '{given}, where a shift may last {most} (art. 83)',
  ),
  meal_missing: text(
    'мұндай ұзақ ауысымға тамақтану үзілісі керек (81-бап)',
    'такой длинной смене нужен перерыв на обед (ст. 81)',
    'a shift of this length needs a meal (art. 81)',
  ),
  meal_outside_law: text(
    'тамақтану үзілісі ауысым басынан {mealEarliestMin}–{mealLatestMin} кейін басталуы керек (орталық қағидасы)',
    'обед должен начинаться через {mealEarliestMin}–{mealLatestMin} от начала смены (правило центра)',
    'the meal must start {mealEarliestMin}–{mealLatestMin} after the shift does (house rule)',
  ),
  meal_length_outside_law: text(
    'тамақтану үзілісі {mealMinLenMin}–{mealMaxLenMin} болуы керек, мұнда {lenMin} (81-бап)',
    'обед длится {mealMinLenMin}–{mealMaxLenMin}, а здесь {lenMin} (ст. 81)',
    'a meal lasts {mealMinLenMin}–{mealMaxLenMin}, here {lenMin} (art. 81)',
  ),
  breaks_do_not_fit: text(
    'үзілістер арасына қажет жұмыс уақытымен ауысымға сыймайды',
    'перерывы не помещаются в смену с работой между ними',
    'the breaks do not fit into the shift with work between them',
  ),
}

/** Fields whose figures are counts, and not minutes. */
const COUNTS: ReadonlySet<string> = new Set([
  'accountingMonths',
  'maxConsecutiveDays',
  'maxConsecutiveNights',
  'overtimeMultiplier',
])

/** Where a fault lies and what it is, in the reader's words. */
export function wordFault(
  { field, code, values }: ContractFault | ShiftShapeFault,
  language: Language,
): { readonly pointer: string; readonly detail: string } {
  const isMinutes = (name: string): boolean =>
    name.endsWith('Min') || (['given', 'most', 'least'].includes(name) && !COUNTS.has(field))
  const said = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number' && isMinutes(name) ? durationText(value, language) : value,
  ])
  return {
    pointer: say(FIELDS[field], language),
    detail: say(TEXTS[code], language, Object.fromEntries(said)),
  }
}
