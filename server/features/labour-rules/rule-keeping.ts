import type { Text3 } from '#server/platform/db/column-types.ts'

export const RULE_GROUPS = [
  'house',
  'hours',
  'rest',
  'nights',
  'overtime',
  'days_off',
  'leave',
  'pay',
  'other',
] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

/**
 * Ways in which Kezek keeps a rule. `search`: no schedule that it makes breaks it; `breach`: a schedule that
 * somebody changes is not published while it does; `warning`: it is told, and does not stop.
 */
export const KEPT_WAYS = [
  'search',
  'breach',
  'warning',
  'figures',
  'calendar',
  'card',
  'absences',
  'same',
  'not_planned',
  'not_kept',
  'no_rule',
] as const
export type KeptWay = (typeof KEPT_WAYS)[number]

export interface RuleKeeping {
  readonly group: RuleGroup
  readonly kept: readonly KeptWay[]
  /** Names that the API gives with a breach. */
  readonly checks: readonly string[]
  /** What else is to be said of it; null where the names say all. */
  readonly how: Text3 | null
}

/** A rule that came later than this version of Kezek. */
const UNHEARD_OF: RuleKeeping = {
  group: 'other',
  kept: ['not_kept'],
  checks: [],
  how: {
    kk: 'Kezek-тің бұл нұсқасы оны тексермейді',
    ru: 'эта версия Kezek её не проверяет',
    en: 'this version of Kezek does not check it',
  },
}

/** How each rule is kept: the one source of the page and of `docs/labour-rules.md`, in the order of that table. */
export function keepingOf(code: string): RuleKeeping {
  return KEEPING[code] ?? UNHEARD_OF
}

const kept = (
  group: RuleGroup,
  ways: readonly KeptWay[],
  checks: readonly string[],
  how: Text3 | null = null,
): RuleKeeping => ({ group, kept: ways, checks, how })

/** Kazakh texts await review by a native speaker. */
export const KEEPING: Readonly<Record<string, RuleKeeping>> = {
  weekly_norm: kept('hours', ['search', 'breach'], ['R13'], {
    kk: 'адамның нормасы шарт пен шектеулерден (69), аптаның нормасы демалыс пен күнтізбеден шығады',
    ru: 'норма человека следует из договора и ограничений (69), норма недели — из отпуска и календаря',
    en: 'the norm of a person follows from contract and restrictions (69), the norm of a week from leave and the calendar',
  }),
  daily_norm: kept('hours', ['search', 'breach'], ['R06'], {
    kk: 'бес, алты күндік аптада және толық емес уақытта 8 сағаттан артығы үстеме жұмыс саналады',
    ru: 'сверх 8 ч при пяти- и шестидневной неделе и неполном времени считается сверхурочным',
    en: 'beyond 8 h under a five- or six-day week or part time counts as overtime',
  }),
  six_day_norm: kept('hours', ['search'], [], {
    kk: 'алты күндік аптаның сағаттарын алты жұмыс күнді күнтізбе береді; 5 сағаттық сенбі — ауысым түрлерінің ісі',
    ru: 'часы шестидневной недели даёт календарь из шести рабочих дней; суббота в 5 ч — дело видов смен',
    en: 'hours of a six-day week are owed by six working days of the calendar; a Saturday of 5 h is a matter of the shapes',
  }),
  second_job: kept('hours', ['search', 'warning'], ['SECOND_JOB'], {
    kk: 'басқа жұмыстағы сағаттар карточкада, күндерімен тұрады; шартта қысқа ауысым болса, іздеу соны береді',
    ru: 'часы на другой работе стоят в карточке, с датами; поиск даёт достаточно короткие смены, если они есть в договоре',
    en: 'hours elsewhere stand on the card, with dates; the search gives shifts that are short enough where the contract has any',
  }),
  part_time_right: kept('hours', ['card'], [], {
    kk: 'карточкадағы «күтуші» шектеуі; шарттың ісі',
    ru: 'ограничение «ухаживает за больным» в карточке; дело договора',
    en: 'restriction “carer” on the card; a matter of the contract',
  }),
  split_shift: kept('hours', ['search', 'breach'], ['R18'], {
    kk: 'ауысым түрінде екі сағаттан бастап бір төленбейтін үзіліс болуы мүмкін, шарт оны көздесе ғана; тамақтану (81) әр бөлікке тиесілі',
    ru: 'в виде смены может быть один неоплачиваемый перерыв от двух часов, только если его предусматривает договор; обед (81) относится к каждой части',
    en: 'a shape may have one gap of two hours or more, unpaid; only under a contract that provides for it; meals (81) belong to each part',
  }),
  shift_notice: kept('hours', ['warning'], [], {
    kk: 'жариялау қайта сұрайды; кім, қашан хабардар болғаны журналда сақталады',
    ru: 'публикация переспрашивает; журнал хранит, кого и когда известили',
    en: 'publishing asks again; the record keeps who was told and when',
  }),
  two_shifts: kept('rest', ['search', 'breach'], ['R03', 'R07']),
  sliding: kept('hours', ['search', 'breach'], ['R06'], {
    kk: 'шарттағы күнмен; есептік кезең тоқсаннан ұзақ емес',
    ru: 'с днём по договору; учётный период — не дольше квартала',
    en: 'with the contract’s day; accounting period of a quarter at most',
  }),
  flexible: kept('hours', ['search', 'breach'], [], {
    kk: 'есептік кезең жарты жылдан ұзақ емес',
    ru: 'учётный период — не дольше полугода',
    en: 'accounting period of half a year at most',
  }),
  summarised: kept('hours', ['search', 'breach'], [], {
    kk: 'шарттың есептік кезеңі (12 айға дейін) және өндірістік күнтізбе бойынша нормасы; болмайтындардың (75(6)–(8)) ауысымы 8 сағаттан аспайды',
    ru: 'учётный период договора (до 12 месяцев) и его норма по производственному календарю; у тех, кому нельзя (75(6)–(8)), смены до 8 ч',
    en: 'the accounting period of the contract (at most 12 months) and its norm by the production calendar; who is barred (75(6)–(8)) has shifts of at most 8 h',
  }),
  summarised_overtime: kept('overtime', ['search', 'breach'], ['SUMMARISED_OVERTIME'], {
    kk: 'есептік кезеңнің жарияланған және жоспарланған сағаттары мерекелерсіз нормадан аспайды, келісіммен әр айға тағы 12 сағ',
    ru: 'опубликованные и плановые часы учётного периода без праздников — не больше нормы, а с согласием ещё 12 ч на каждый месяц',
    en: 'published and planned hours of the accounting period, holidays left out, are at most its norm, and with a consent 12 h more for each month',
  }),
  max_shift: kept('hours', ['search'], [], {
    kk: 'шарттар рұқсат ететін ауысым түрлерімен',
    ru: 'видами смен, которые разрешают договоры',
    en: 'by the shapes that contracts allow',
  }),
  night: kept('nights', ['search', 'breach'], ['R11'], {
    kk: 'күндері бар келісімдер',
    ru: 'согласия с датами',
    en: 'consents with dates',
  }),
  overtime_consent: kept('overtime', ['search', 'breach'], ['OVERTIME_CONSENT'], {
    kk: 'бүкіл аптаға берілген келісімсіз жоқ',
    ru: 'нет без согласия, данного на всю неделю',
    en: 'none without a consent given through the whole week',
  }),
  overtime_barred: kept('overtime', ['search', 'breach'], ['OVERTIME_CONSENT'], {
    kk: 'себебі айтылмайды',
    ru: 'причина не называется',
    en: 'without saying why',
  }),
  overtime_day: kept('overtime', ['search', 'breach'], ['OVERTIME_DAY'], {
    kk: 'ауыр жұмысқа арналған 1 сағат бөлінбейді: байланыс орталығында ондай жұмыс жоқ',
    ru: '1 ч для тяжёлых работ не выделен: в контакт-центре их нет',
    en: '1 h for heavy work is not told apart: nobody in a contact centre does it',
  }),
  overtime_month: kept('overtime', ['search', 'breach'], ['OVERTIME_MONTH'], {
    kk: 'айдың жарияланған ауысымдары есептеледі',
    ru: 'считаются опубликованные смены месяца',
    en: 'published shifts of the month count',
  }),
  overtime_year: kept('overtime', ['search', 'breach'], ['OVERTIME_YEAR'], {
    kk: 'жылдың жарияланған ауысымдары есептеледі',
    ru: 'считаются опубликованные смены года',
    en: 'published shifts of the year count',
  }),
  time_record: kept('overtime', ['figures'], [], {
    kk: 'кесте сақталуы жұмыс істелген сағаттарды сақтайды; түнгі, мереке және үстеме сағаттар ауысым кестесінен',
    ru: 'соблюдение хранит отработанные часы; ночные, праздники и сверхурочные — из расписания',
    en: 'adherence keeps hours worked; night hours, holidays and overtime are told from the schedule',
  }),
  meal_break: kept('rest', ['search', 'breach'], ['R05']),
  intra_shift_break: kept('rest', ['search', 'breach'], ['R04'], {
    kk: 'ауысым түрлерінің үзілістерімен',
    ru: 'перерывами видов смен',
    en: 'by the breaks of the shapes',
  }),
  nursing_break: kept('rest', ['search', 'breach'], ['R17'], {
    kk: 'карточкадағы «баланы тамақтандырады» шектеуі: неше бала және үзілістер қайда; кестеде олардың не үшін екені айтылмайды',
    ru: 'ограничение «кормит ребёнка» в карточке: сколько детей и где перерывы; в графике не сказано, для чего они',
    en: 'restriction “feeds a child” on the card: of how many children, and where the breaks go; the grid does not say what they are for',
  }),
  inter_shift_rest: kept('rest', ['search', 'breach'], ['R07']),
  days_off: kept('days_off', ['search', 'breach'], ['R16'], {
    kk: 'күнтізбелік аптада бес немесе алты жұмыс күнінен артық емес',
    ru: 'не больше пяти или шести рабочих дней в календарной неделе',
    en: 'at most five or six working days in a calendar week',
  }),
  days_off_all: kept('days_off', ['search', 'breach'], ['HOLIDAY_WORK'], {
    kk: 'басқалары сияқты мереке',
    ru: 'праздник, как и другие',
    en: 'a holiday like the others',
  }),
  holiday_work: kept('days_off', ['search', 'breach'], ['HOLIDAY_WORK'], {
    kk: 'ауысымдық режимдер келісімсіз, басқалары келісіммен, жүктілер ешқашан',
    ru: 'сменные режимы — без согласия, остальные — с ним, беременные — никогда',
    en: 'shift regimes without a consent, others with one, the pregnant never',
  }),
  move_days_off: kept('days_off', ['calendar'], [], {
    kk: 'ауыстырылған күндер аптаның нормасын өзгертеді',
    ru: 'перенесённые дни меняют норму недели',
    en: 'moved days change the norm of the week',
  }),
  overtime_pay: kept('pay', ['not_planned'], [], {
    kk: 'жалақы есебі; іздеу нормадан артық сағаттарды шарттың еселігімен бағалайды',
    ru: 'расчёт зарплаты; поиск ценит часы сверх нормы множителем договора',
    en: 'payroll; the search prices hours above the target with the contract’s multiplier',
  }),
  holiday_pay: kept('pay', ['not_planned'], [], {
    kk: 'жалақы есебі',
    ru: 'расчёт зарплаты',
    en: 'payroll',
  }),
  night_pay: kept('pay', ['not_planned'], [], {
    kk: 'жалақы есебі; іздеу түнгі сағаттарды бағалайды',
    ru: 'расчёт зарплаты; поиск ценит ночные часы',
    en: 'payroll; the search prices night hours',
  }),
  summarised_pay: kept('pay', ['not_planned'], [], {
    kk: 'жалақы есебі',
    ru: 'расчёт зарплаты',
    en: 'payroll',
  }),
  annual_leave: kept('leave', ['search', 'breach'], ['R12'], {
    kk: 'қанша күн тиесілі екені — кадр бөлімінің ісі',
    ru: 'сколько дней положено — дело кадров',
    en: 'how many days are due is the personnel department’s',
  }),
  leave_parts: kept('leave', ['not_planned'], [], {
    kk: 'демалыс берілген күйінде енгізіледі',
    ru: 'отпуск вносится так, как предоставлен',
    en: 'leave is entered as granted',
  }),
  leave_schedule: kept('leave', ['not_planned'], [], {
    kk: 'демалыс берілген күйінде енгізіледі',
    ru: 'отпуск вносится так, как предоставлен',
    en: 'leave is entered as granted',
  }),
  leave_recall: kept('leave', ['not_planned'], [], {
    kk: 'болмауды оны жүргізетін адам аяқтайды',
    ru: 'отсутствие завершает тот, кто его ведёт',
    en: 'an absence is ended by whoever keeps it',
  }),
  unpaid_leave: kept('leave', ['absences'], [], {
    kk: 'болмау ретінде жүргізіледі',
    ru: 'ведутся как отсутствия',
    en: 'kept as absences',
  }),
  other_leave: kept('leave', ['absences'], [], {
    kk: 'болмау ретінде жүргізіледі',
    ru: 'ведутся как отсутствия',
    en: 'kept as absences',
  }),
  change_of_terms: kept('other', ['not_planned'], [], {
    kk: 'шарт көрсетілген күннен басталады',
    ru: 'договор действует с указанного дня',
    en: 'contracts begin on a day that is given',
  }),
  temp_transfer: kept('other', ['not_planned'], [], {
    kk: 'кадрлар',
    ru: 'кадры',
    en: 'personnel',
  }),
  remote: kept('other', ['card', 'breach'], ['REMOTE_WORK'], {
    kk: 'карточкада негізі мен мерзімі бар жазба, әр ауысымның орны; сағаттар қайда істесе де бірдей; жұмыс уақытынан тыс хабарласу бақыланбайды',
    ru: 'запись с основанием и сроком в карточке, место каждой смены; часы те же, где бы ни работали; связь вне рабочего времени не отслеживается',
    en: 'a record with ground and term on the card, a place for each shift; the same hours wherever somebody works; calls out of hours are not watched',
  }),
  absence_3h: kept('other', ['figures'], [], {
    kk: 'кесте сақталуы көрсетеді; ол бойынша шешім қабылданбайды',
    ru: 'соблюдение показывает; решений по нему нет',
    en: 'adherence shows it; no decision is made of it',
  }),
  pre_holiday: kept('other', ['no_rule'], [], {
    kk: 'Кодексте мереке алдындағы қысқартылған күн жоқ',
    ru: 'в Кодексе нет сокращённого предпраздничного дня',
    en: 'the Code has no shortened day before a holiday',
  }),
  house_weekly_rest: kept('house', ['search', 'breach'], ['R08'], {
    kk: 'шарттар бұдан кем талап етпейді',
    ru: 'договоры требуют не меньше',
    en: 'contracts ask for at least this much',
  }),
  house_consecutive_days: kept('house', ['search', 'breach'], ['R09'], {
    kk: 'шарттар бұдан артық рұқсат етпейді',
    ru: 'договоры разрешают не больше',
    en: 'contracts allow at most this many',
  }),
  house_consecutive_nights: kept('house', ['search', 'breach'], ['R10'], {
    kk: 'шарттар бұдан артық рұқсат етпейді',
    ru: 'договоры разрешают не больше',
    en: 'contracts allow at most this many',
  }),
  house_meal_window: kept('house', ['search', 'breach'], ['R05'], {
    kk: 'ауысым түрлерінің түскі үзілісімен және іздеу оны қоятын орнымен',
    ru: 'обедами видов смен и тем, куда их ставит поиск',
    en: 'by the meals of the shapes and where the search puts them',
  }),
  house_work_between_breaks: kept('house', ['search', 'breach'], ['R04'], {
    kk: 'іздеу үзілістерді қоятын орнымен',
    ru: 'тем, куда поиск ставит перерывы',
    en: 'by where the search puts breaks',
  }),
}
