import type { Text3 } from '../db/column-types.ts'

interface Entry {
  readonly status: number
  readonly title: Text3
}

const entry = (status: number, en: string, ru: string, kk: string): Entry => ({
  status,
  title: { en, ru, kk },
})

/**
 * Every problem that the service can report. The key is the last part of its `type`, which clients
 * branch on, so a key never changes its meaning. Kazakh texts await review by a native speaker.
 */
export const PROBLEMS = {
  'invalid-request': entry(
    400,
    'The request does not fit its schema',
    'Запрос не соответствует схеме',
    'Сұрау схемаға сәйкес келмейді',
  ),
  'sign-in-required': entry(401, 'Sign in first', 'Сначала войдите', 'Алдымен жүйеге кіріңіз'),
  'not-allowed': entry(
    403,
    'Your role does not allow this',
    'Ваша роль этого не разрешает',
    'Сіздің рөліңіз бұған рұқсат бермейді',
  ),
  'route-unknown': entry(
    404,
    'There is nothing at this address',
    'По этому адресу ничего нет',
    'Бұл мекенжайда ештеңе жоқ',
  ),
  'record-unknown': entry(404, 'There is no such record', 'Такой записи нет', 'Мұндай жазба жоқ'),
  'queue-unknown': entry(404, 'There is no such queue', 'Такой очереди нет', 'Мұндай кезек жоқ'),
  'forecast-unknown': entry(
    404,
    'There is no such forecast',
    'Такого прогноза нет',
    'Мұндай болжам жоқ',
  ),
  'requirement-unknown': entry(
    404,
    'There is no such requirement',
    'Такого расчёта потребности нет',
    'Мұндай қажеттілік есебі жоқ',
  ),
  'schedule-unknown': entry(
    404,
    'There is no such schedule',
    'Такого графика нет',
    'Мұндай ауысым кестесі жоқ',
  ),
  'shift-unknown': entry(404, 'There is no such shift', 'Такой смены нет', 'Мұндай ауысым жоқ'),
  'job-unknown': entry(404, 'There is no such job', 'Такого задания нет', 'Мұндай тапсырма жоқ'),
  'feed-unknown': entry(404, 'There is no such feed', 'Такого источника нет', 'Мұндай дереккөз жоқ'),
  'feed-key-refused': entry(
    401,
    'This is the key of no feed',
    'Этот ключ не принадлежит ни одному источнику',
    'Бұл кілт ешбір дереккөздікі емес',
  ),
  'policy-refused': entry(
    422,
    'The table of verdicts names what the policy does not have: {names}',
    'Таблица решений называет то, чего нет в правилах: {names}',
    'Шешімдер кестесі ережелерде жоқ атауларды атайды: {names}',
  ),
  'import-unknown': entry(
    404,
    'There is no such import',
    'Такого импорта нет',
    'Мұндай импорт жоқ',
  ),
  'competence-unknown': entry(
    422,
    'The centre knows no competence {code}',
    'В центре нет компетенции {code}',
    'Орталықта {code} құзыреті жоқ',
  ),
  'operator-unknown': entry(
    404,
    'There is no such person',
    'Такого человека нет',
    'Мұндай адам жоқ',
  ),
  'site-unknown': entry(
    422,
    'The centre has no site {code}',
    'В центре нет площадки {code}',
    'Орталықта {code} алаңы жоқ',
  ),
  'team-unknown': entry(
    422,
    'The centre has no team {code}',
    'В центре нет команды {code}',
    'Орталықта {code} тобы жоқ',
  ),
  'contract-unknown': entry(
    422,
    'The centre has no contract {code}',
    'В центре нет договора {code}',
    'Орталықта {code} шарты жоқ',
  ),
  'contract-before-hiring': entry(
    422,
    'A contract cannot begin before the person is hired',
    'Договор не может начаться раньше приёма на работу',
    'Шарт жұмысқа қабылданғанға дейін басталмайды',
  ),
  'personnel-number-taken': entry(
    409,
    'Somebody else has this personnel number',
    'Этот табельный номер уже у другого человека',
    'Бұл табель нөмірі басқа адамда бар',
  ),
  'iin-refused': entry(
    422,
    'This looks like an IIN, which the service does not keep: use the personnel number',
    'Похоже на ИИН, а служба его не хранит: укажите табельный номер',
    'Бұл ЖСН-ге ұқсайды, қызмет оны сақтамайды: табель нөмірін көрсетіңіз',
  ),
  'dates-disordered': entry(
    422,
    'The last day cannot come before the first',
    'Последний день не может быть раньше первого',
    'Соңғы күн бірінші күннен ерте бола алмайды',
  ),
  'user-has-person': entry(
    409,
    'This sign-in already belongs to another person',
    'Этот вход уже закреплён за другим человеком',
    'Бұл кіру басқа адамға бекітілген',
  ),
  'user-unknown': entry(
    404,
    'There is no such user',
    'Такого пользователя нет',
    'Мұндай пайдаланушы жоқ',
  ),
  'email-taken': entry(
    409,
    'Somebody already signs in with this address',
    'С этим адресом уже входит другой пользователь',
    'Бұл мекенжаймен басқа пайдаланушы кіреді',
  ),
  'last-admin': entry(
    409,
    'This is the last administrator: make another one first',
    'Это последний администратор: сначала назначьте другого',
    'Бұл соңғы әкімші: алдымен басқасын тағайындаңыз',
  ),
  'password-wrong': entry(
    422,
    'The current password is wrong',
    'Текущий пароль неверен',
    'Қазіргі құпиясөз қате',
  ),
  'name-taken': entry(
    409,
    'This code is already in use',
    'Такой код уже используется',
    'Мұндай код бұрыннан бар',
  ),
  'changed-meanwhile': entry(
    409,
    'Somebody changed this meanwhile: load it again',
    'За это время данные изменили: обновите страницу',
    'Осы уақытта деректер өзгерді: бетті жаңартыңыз',
  ),
  'schedule-published': entry(
    409,
    'A published schedule is not overwritten: make a new version',
    'Опубликованный график не перезаписывается: создайте новую версию',
    'Жарияланған кесте қайта жазылмайды: жаңа нұсқа жасаңыз',
  ),
  'schedule-breaks-rules': entry(
    409,
    'The schedule breaks {count, plural, one {# hard rule} other {# hard rules}} and cannot be published',
    'График нарушает {count, plural, one {# обязательное правило} few {# обязательных правила} other {# обязательных правил}}: публиковать нельзя',
    'Кесте {count} міндетті қағиданы бұзады: жариялауға болмайды',
  ),
  'publish-notice-short': entry(
    409,
    'Only {days, plural, one {# day is} other {# days are}} left before the schedule starts; art. 73(3) asks for 10. Confirm to publish all the same',
    'До начала графика {days, plural, one {остался # день} few {осталось # дня} other {осталось # дней}}, а ст. 73 п. 3 требует 10. Подтвердите, чтобы всё равно опубликовать',
    'Кестенің басталуына {days} күн қалды, 73-баптың 3-тармағы 10 күнді талап етеді. Бәрібір жариялау үшін растаңыз',
  ),
  'job-finished': entry(
    409,
    'The job has already finished',
    'Задание уже завершено',
    'Тапсырма аяқталған',
  ),
  'job-running': entry(
    409,
    'The same work is already under way',
    'Такая работа уже выполняется',
    'Мұндай жұмыс орындалып жатыр',
  ),
  'import-withdrawn': entry(
    409,
    'This import has already been withdrawn',
    'Этот импорт уже отозван',
    'Бұл импорт қайтарып алынған',
  ),
  'import-in-force': entry(
    409,
    'This import is in force already',
    'Этот импорт и так в силе',
    'Бұл импорт онсыз да күшінде',
  ),
  'file-refused': entry(
    422,
    'The file was refused and nothing was stored',
    'Файл не принят, ничего не сохранено',
    'Файл қабылданбады, ештеңе сақталмады',
  ),
  'file-missing': entry(422, 'Choose a file', 'Выберите файл', 'Файлды таңдаңыз'),
  'interval-empty': entry(
    422,
    'The interval must end after it starts',
    'Конец интервала должен быть позже начала',
    'Аралықтың соңы басынан кейін болуы керек',
  ),
  'zone-unknown': entry(
    422,
    'There is no time zone {zone}',
    'Часового пояса {zone} нет',
    '{zone} уақыт белдеуі жоқ',
  ),
  'history-empty': entry(
    422,
    'There is no history to forecast from: import it first',
    'Нет истории для прогноза: сначала загрузите её',
    'Болжам жасайтын тарих жоқ: алдымен оны жүктеңіз',
  ),
  'forecast-too-far': entry(
    422,
    'The forecast would start more than {weeks} weeks after the history ends',
    'Прогноз начинался бы позже чем через {weeks} недель после конца истории',
    'Болжам тарих аяқталғаннан кейін {weeks} аптадан кеш басталар еді',
  ),
  'override-negative': entry(
    422,
    'A total or a factor cannot be below zero',
    'Итог или множитель не может быть меньше нуля',
    'Жиынтық немесе көбейткіш нөлден кем бола алмайды',
  ),
  'override-outside-forecast': entry(
    422,
    'The span is not within the forecast',
    'Промежуток выходит за пределы прогноза',
    'Аралық болжамның шегінен шығады',
  ),
  'chat-speeds-fall': entry(
    422,
    'Speeds begin with 1 and must not fall with each conversation more',
    'Скорости начинаются с 1 и не убывают с каждым следующим диалогом',
    'Жылдамдықтар 1-ден басталады және әр келесі диалогпен төмендемейді',
  ),
  'forecast-misses-week': entry(
    422,
    'The forecast does not cover the whole week',
    'Прогноз покрывает не всю неделю',
    'Болжам аптаны толық қамтымайды',
  ),
  'schedule-not-from-monday': entry(
    422,
    'A schedule starts on a Monday, for example {monday}',
    'График начинается с понедельника, например {monday}',
    'Кесте дүйсенбіден басталады, мысалы {monday}',
  ),
  'requirement-misses-weeks': entry(
    422,
    'The requirement covers {from} to {to}, which is not all of the {weeks, plural, one {week} other {# weeks}} wanted',
    'Потребность рассчитана с {from} по {to} и покрывает не {weeks, plural, one {всю неделю} few {все # недели} other {все # недель}}',
    'Қажеттілік {from} – {to} аралығына есептелген, {weeks} аптаны толық қамтымайды',
  ),
  'schedule-overlaps-published': entry(
    409,
    'Version {version} is published for {from} to {to} and shares only some of these days: publish one for the same weeks',
    'Версия {version} опубликована на {from} – {to} и совпадает с этой лишь частью дней: опубликуйте график на те же недели',
    '{version}-нұсқа {from} – {to} аралығына жарияланған және күндердің бір бөлігінде ғана сәйкес келеді: кестені сол апталарға жариялаңыз',
  ),
  'schedule-impossible': entry(
    422,
    'No schedule can meet these conditions: {reason}',
    'При таких условиях график невозможен: {reason}',
    'Мұндай шарттарда кесте құру мүмкін емес: {reason}',
  ),
  'too-large': entry(413, 'The file is too large', 'Файл слишком большой', 'Файл тым үлкен'),
  'too-many-requests': entry(
    429,
    'Too many requests: wait a little',
    'Слишком много запросов: подождите немного',
    'Сұраулар тым көп: сәл күте тұрыңыз',
  ),
  internal: entry(
    500,
    'The service failed; the failure has been logged',
    'В службе произошёл сбой, он записан в журнал',
    'Қызметте ақау болды, ол журналға жазылды',
  ),
} as const satisfies Readonly<Record<string, Entry>>

export type ProblemCode = keyof typeof PROBLEMS

/** Named constraints that a user can run into. Any other violation is a defect, hence a 500. */
export const CONSTRAINTS: Readonly<Record<string, ProblemCode>> = {
  users_email_unique: 'email-taken',
  center_code_unique: 'name-taken',
  queue_code_unique: 'name-taken',
  queue_chat_speeds_never_fall: 'chat-speeds-fall',
  site_code_unique: 'name-taken',
  state_feed_code_unique: 'name-taken',
  feed_agent_operator_fkey: 'record-unknown',
  adherence_exception_span_ordered: 'interval-empty',
  adherence_exception_operator_fkey: 'record-unknown',
  team_code_unique: 'name-taken',
  operator_personnel_number_unique: 'personnel-number-taken',
  operator_dates_ordered: 'dates-disordered',
  operator_user_unique: 'user-has-person',
  operator_user_fkey: 'user-unknown',
  legal_restriction_dates_ordered: 'dates-disordered',
  consent_dates_ordered: 'dates-disordered',
  forecast_override_queue_fkey: 'queue-unknown',
  forecast_override_forecast_fkey: 'forecast-unknown',
  forecast_override_span_ordered: 'interval-empty',
  forecast_override_value_fits: 'override-negative',
  special_event_queue_fkey: 'queue-unknown',
  special_event_span_ordered: 'interval-empty',
  requirement_forecast_fkey: 'forecast-unknown',
  schedule_requirement_fkey: 'requirement-unknown',
  shift_operator_fkey: 'record-unknown',
  shift_shape_fkey: 'record-unknown',
}
