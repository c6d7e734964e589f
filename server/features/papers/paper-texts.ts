// oxlint-disable max-lines -- one list of words, so that a paper says a thing in one way
import type { Language, Text3 } from '#server/platform/db/column-types.ts'

const text = (kk: string, ru: string, en: string): Text3 => ({ kk, ru, en })

/**
 * Words of the papers about people. Functions, and what an assessment is done by, are called as the order
 * and the pages call them. Kazakh awaits review by a native speaker.
 */
const PAPER_TEXTS = {
  personFile: text('Қызметкердің жеке ісі', 'Личное дело сотрудника', "Person's file"),
  auditPackage: text(
    '{year} жылғы аудитке арналған материалдар',
    'Материалы для аудита за {year} год',
    'Audit package for {year}',
  ),
  madeBy: text(
    'Kezek. Қалыптастырған: {name}, {when}',
    'Kezek. Сформировал: {name}, {when}',
    'Kezek. Made by {name}, {when}',
  ),
  nothing: text('Жазба жоқ.', 'Записей нет.', 'No records.'),
  yes: text('иә', 'да', 'yes'),
  no: text('жоқ', 'нет', 'no'),
  forGood: text('мерзімсіз', 'бессрочно', 'for good'),

  // What a person is.
  fullName: text('Т.А.Ә.', 'ФИО', 'Full name'),
  number: text('Табель нөмірі', 'Табельный номер', 'Personnel number'),
  position: text('Лауазымы', 'Должность', 'Position'),
  team: text('Топ', 'Команда', 'Team'),
  site: text('Алаң', 'Площадка', 'Site'),
  hiredOn: text('Жұмысқа қабылданған күні', 'Дата приёма', 'Hired on'),
  leftOn: text('Жұмыстан шыққан күні', 'Дата увольнения', 'Left on'),
  centre: text('Байланыс орталығы', 'Контакт-центр', 'Contact centre'),

  // Sections.
  contracts: text('Еңбек шарттары', 'Трудовые договоры', 'Contracts'),
  employments: text('Бұрынғы жұмыс кезеңдері', 'Прежние периоды работы', 'Earlier employments'),
  competences: text('Бүгінгі құзыреттер', 'Компетенции на сегодня', 'Competences today'),
  history: text('Құзыреттер тарихы', 'История компетенций', 'History of competences'),
  assessments: text(
    'Бағалаулар мен қолдар (21-т.)',
    'Оценки и подписи (п. 21)',
    'Assessments and signatures (п. 21)',
  ),
  training: text('Оқыту', 'Обучение', 'Training'),
  development: text('Даму жоспары', 'План развития', 'Development plan'),
  certificates: text('Сертификаттар', 'Сертификаты', 'Certificates'),
  profiles: text(
    'Лауазым талаптарымен танысу (16-т.)',
    'Ознакомление с профилем должности (п. 16)',
    'Profiles read (п. 16)',
  ),
  noticesRead: text(
    'Оқылған хабарламалар (22-т.)',
    'Прочитанные уведомления (п. 22)',
    'Notices read (п. 22)',
  ),
  summary: text('Қорытынды', 'Сводка', 'Summary'),
  assessedSection: text(
    'Жыл ішіндегі бағалау (21-т.)',
    'Оценка за год (п. 21)',
    'Assessed in the year (п. 21)',
  ),
  overdueSection: text('Бүгінгі мерзімі өткен бағалау', 'Просрочено на сегодня', 'Overdue today'),
  functionsSection: text('16–17-т. функциялары', 'Функции п. 16–17', 'Functions of п. 16–17'),
  noticesSection: text('Хабарламалар (22-т.)', 'Уведомления (п. 22)', 'Notices (п. 22)'),
  certificatesSection: text(
    'Сертификаттау (23, 24-жол)',
    'Сертификация (строки 23, 24)',
    'Certification (rows 23, 24)',
  ),
  trainingSection: text('Жыл ішіндегі оқыту', 'Обучение за год', 'Training in the year'),
  assessorsSection: text('Бағалаушылар', 'Оценивающие', 'Assessors'),

  objections: text(
    'Өзі туралы шешімдерге қарсылықтары',
    'Возражения на решения о себе',
    'Objections to decisions about oneself',
  ),

  // Columns.
  objectedTo: text('Нені', 'На что', 'To what'),
  objectedAssessment: text('Бағалау', 'Оценка', 'Assessment'),
  objectedShift: text('Ауысым', 'Смена', 'Shift'),
  objectedRequest: text('Қабылданбаған өтінім', 'Отклонённая заявка', 'Declined request'),
  objectedSession: text('Оқу сабағы', 'Занятие', 'Session of training'),
  objectionWords: text('Қарсылық', 'Возражение', 'Objection'),
  answer: text('Жауап', 'Ответ', 'Answer'),
  answerDue: text('Жауабы күтілуде', 'Ожидает ответа до', 'Answer due by'),
  takenBack: text('Кері қайтарылды', 'Отозвано', 'Withdrawn'),
  upheld: text('Қарсылық орынды', 'Возражение обоснованно', 'Upheld'),
  rejected: text('Шешім өзгеріссіз қалды', 'Решение оставлено в силе', 'The decision stands'),
  from: text('Бастап', 'С', 'From'),
  to: text('Дейін', 'По', 'To'),
  contract: text('Шарт', 'Договор', 'Contract'),
  code: text('Коды', 'Код', 'Code'),
  competence: text('Құзырет', 'Компетенция', 'Competence'),
  level: text('Деңгейі', 'Уровень', 'Level'),
  assessedOn: text('Бағаланған күні', 'Дата оценки', 'Assessed on'),
  validUntil: text('Жарамды', 'Действует до', 'Valid until'),
  assessor: text('Бағалаушы', 'Оценивающий', 'Assessor'),
  evidence: text('Растау', 'Подтверждение', 'Evidence'),
  method: text('Әдісі', 'Метод', 'Method'),
  status: text('Күйі', 'Состояние', 'Status'),
  assessorSigned: text('Бағалаушының қолы', 'Подпись оценивающего', 'Assessor signed'),
  operatorSigned: text('Қызметкердің қолы', 'Подпись сотрудника', 'Operator signed'),
  objection: text('Қарсылық және шешім', 'Возражение и решение', 'Objection and decision'),
  date: text('Күні', 'Дата', 'Date'),
  course: text('Курс', 'Курс', 'Course'),
  trainer: text('Жаттықтырушы', 'Тренер', 'Trainer'),
  result: text('Нәтиже', 'Результат', 'Result'),
  dueOn: text('Мерзімі', 'Срок', 'Due on'),
  way: text('Тәсілі', 'Способ', 'Way'),
  title: text('Атауы', 'Название', 'Title'),
  issuedBy: text('Кім берген', 'Кто выдал', 'Issued by'),
  issuedOn: text('Берілген күні', 'Выдан', 'Issued on'),
  withdrawn: text('Кері алынған', 'Отозван', 'Withdrawn'),
  holder: text('Иесі', 'Владелец', 'Holder'),
  profile: text('Лауазым профилі', 'Профиль должности', 'Profile'),
  readOn: text('Танысқан күні', 'Ознакомлен', 'Read on'),
  version: text('Нұсқа', 'Версия', 'Version'),
  source: text('Ресми дереккөз', 'Официальный источник', 'Official source'),
  ofOrder: text('Бағаланған (19–20-т.)', 'Оценено по п. 19–20', 'Assessed of п. 19–20'),
  lastOn: text('Соңғы бағалау', 'Последняя оценка', 'Last assessed'),
  missing: text('Бағаланбаған', 'Не оценено', 'Not assessed'),
  complete: text('Толық', 'Полностью', 'Complete'),
  paragraph: text('Тармақ', 'Пункт', 'Paragraph'),
  function: text('Функция', 'Функция', 'Function'),
  holders: text('Жауаптылар', 'Кто исполняет', 'Holders'),
  covered: text('Құзыретті жауапты бар', 'Есть компетентный', 'Covered'),
  readers: text('Оқығандар', 'Прочитали', 'Read by'),
  attended: text('Қатысқандар', 'Присутствовали', 'Attended'),
  passed: text('Тапсырғандар', 'Сдали', 'Passed'),
  trainedOn: text('Оқытылған күні', 'Обучен', 'Trained on'),
  document: text('Құжат', 'Документ', 'Document'),

  // Facts of the package.
  asOf: text('Күнгі жағдай', 'По состоянию на', 'As of'),
  operators: text(
    'Жолданым қабылдайтын қызметкерлер',
    'Сотрудников, принимающих обращения',
    'People who take contacts',
  ),
  assessedAll: text(
    'Жыл ішінде 19–20-т. барлық құзыреттері бойынша бағаланғаны',
    'Оценены за год по всем компетенциям п. 19–20',
    'Assessed in the year in all competences of п. 19–20',
  ),
  overdueCount: text(
    'Бүгін бағалау мерзімі өткені',
    'Просрочена оценка на сегодня',
    'Overdue today',
  ),
  uncovered: text(
    '17-т. жауаптысы жоқ функциялары',
    'Функций п. 17 без компетентного исполнителя',
    'Functions of п. 17 that nobody competent holds',
  ),
  centreCertificates: text(
    'Орталықтың сертификаттары (23-жол)',
    'Сертификатов центра (строка 23)',
    'Certificates of the centre (row 23)',
  ),
  managers: text(
    'Сертификатталған менеджерлер (24-жол)',
    'Сертифицированных менеджеров (строка 24)',
    'Certified managers (row 24)',
  ),

  // Values.
  observation: text('бақылау', 'наблюдение', 'observation'),
  test: text('тест', 'тест', 'test'),
  contact_evaluation: text('қоңырауды бағалау', 'оценка контактов', 'evaluation of contacts'),
  self: text('өзін-өзі бағалау', 'самооценка', 'self-assessment'),
  all_round: text('360° бағалау', 'оценка 360°', '360° assessment'),
  signed: text('қызметкердің жауабын күтуде', 'ждёт ответа сотрудника', 'awaits the operator'),
  agreed: text('екі тарап қол қойды', 'подписана обеими сторонами', 'signed by both'),
  disputed: text('дауланды', 'оспорена', 'disputed'),
  resolved: text('дау шешілді', 'спор решён', 'dispute resolved'),
  enrolled: text('жазылған', 'записан', 'enrolled'),
  missed: text('болмаған', 'отсутствовал', 'missed'),
  didAttend: text('қатысты', 'присутствовал', 'attended'),
  didPass: text('тапсырды', 'сдал', 'passed'),
  didFail: text('тапсырмады', 'не сдал', 'failed'),
  byCourse: text('курс', 'курс', 'course'),
  mentoring: text('тәлімгерлік', 'наставничество', 'mentoring'),
  self_study: text('өз бетінше оқу', 'самообучение', 'self-study'),
  planned: text('жоспарланған', 'запланировано', 'planned'),
  done: text('орындалды', 'выполнено', 'done'),
  cancelled: text('жойылды', 'отменено', 'cancelled'),
  '17.1': text('басшылық', 'руководство', 'management'),
  '17.2': text('персоналды басқару', 'управление персоналом', 'HR management'),
  '17.3': text('персоналдың дағдыларын дамыту', 'развитие навыков персонала', 'skills development'),
  '17.4': text(
    'қызмет көрсету сапасын қамтамасыз ету',
    'обеспечение качества обслуживания',
    'quality assurance',
  ),
  '17.5': text(
    'әлеуетті басқару – кадрлық жоспарлау, кесте жасау және мониторинг',
    'управление потенциалом – кадровое планирование, составление графика и мониторинг',
    'capacity management: staffing plan, scheduling, monitoring',
  ),
  '17.6': text(
    'байланыс орталығының басқарушылық ақпарат және есептілік жүйелері',
    'системы управленческой информации и отчетности контакт-центра',
    'management information and reporting',
  ),
} as const satisfies Readonly<Record<string, Text3>>

type PaperTextKey = keyof typeof PAPER_TEXTS

/** Says a word of the papers, with its places filled. */
export type PaperSay = (key: PaperTextKey, values?: Readonly<Record<string, string>>) => string

export function paperSay(language: Language): PaperSay {
  return (key, values = {}) =>
    Object.entries(values).reduce<string>(
      (said, [name, value]) => said.replace(`{${name}}`, () => value),
      PAPER_TEXTS[key][language],
    )
}
