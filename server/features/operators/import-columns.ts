import type { Text3 } from '#server/platform/db/column-types.ts'

/** A column of a file of people or of competences. The first name is the one that exports use. */
export interface ImportColumn<Key extends string> {
  readonly key: Key
  readonly isRequired: boolean
  /** What the header may say, beside the key itself. */
  readonly names: Text3
}

export type PeopleKey =
  | 'personnel_number'
  | 'full_name'
  | 'site'
  | 'contract'
  | 'hired_on'
  | 'contract_from'
  | 'left_on'
  | 'team'
  | 'kind'
  | 'takes_contacts'
  | 'position'
  | 'workplace'
  | 'second_job_hours'

export type CompetenceKey =
  | 'personnel_number'
  | 'competence'
  | 'level'
  | 'assessed_on'
  | 'valid_until'

const column = <Key extends string>(
  key: Key,
  isRequired: boolean,
  [kk, ru, en]: readonly [kk: string, ru: string, en: string],
): ImportColumn<Key> => ({ key, isRequired, names: { kk, ru, en } })

const NUMBER = ['Табель нөмірі', 'Табельный номер', 'Personnel number'] as const

export const PEOPLE_COLUMNS: readonly ImportColumn<PeopleKey>[] = [
  column('personnel_number', true, NUMBER),
  column('full_name', true, ['Т.А.Ә.', 'ФИО', 'Full name']),
  column('site', true, ['Алаң', 'Площадка', 'Site']),
  column('contract', true, ['Шарт', 'Договор', 'Contract']),
  column('hired_on', true, ['Жұмысқа қабылданған күні', 'Дата приёма', 'Hired on']),
  column('contract_from', false, ['Шарттың басталу күні', 'Договор с', 'Contract from']),
  column('left_on', false, ['Жұмыстан шыққан күні', 'Дата увольнения', 'Left on']),
  column('team', false, ['Топ', 'Команда', 'Team']),
  column('kind', false, ['Штат', 'Штат', 'Staff']),
  column('takes_contacts', false, ['Жолданым қабылдайды', 'Принимает обращения', 'Takes contacts']),
  column('position', false, ['Лауазымы', 'Должность', 'Position']),
  column('workplace', false, ['Жұмыс орны', 'Место работы', 'Workplace']),
  column('second_job_hours', false, [
    'Басқа жұмыстағы күндік сағат',
    'Часов в день на другой работе',
    'Hours a day in another job',
  ]),
]

export const COMPETENCE_COLUMNS: readonly ImportColumn<CompetenceKey>[] = [
  column('personnel_number', true, NUMBER),
  column('competence', true, ['Құзырет', 'Компетенция', 'Competence']),
  column('level', true, ['Деңгей', 'Уровень', 'Level']),
  column('assessed_on', true, ['Бағаланған күні', 'Дата оценки', 'Assessed on']),
  column('valid_until', false, ['Қолданылу мерзімі', 'Действует до', 'Valid until']),
]

/** A header like this says that the file carries what the service must never keep. */
const FORBIDDEN = ['иин', 'жсн', 'iin']

/** Where each column of a file stands; what it has besides is ignored, and named. */
export interface FoundColumns<Key extends string> {
  readonly at: ReadonlyMap<Key, number>
  /** What the file calls them. */
  readonly titles: ReadonlyMap<Key, string>
  readonly missing: readonly Key[]
  readonly forbidden: readonly string[]
  readonly ignored: readonly string[]
}

/** Finds columns by their key or by their name in any language, in any order and case. */
export function findColumns<Key extends string>(
  columns: readonly ImportColumn<Key>[],
  header: readonly string[],
): FoundColumns<Key> {
  const at = new Map<Key, number>()
  const titles = new Map<Key, string>()
  const forbidden: string[] = []
  const ignored: string[] = []
  for (const [index, title] of header.entries()) {
    const known = columns.find(({ key, names }) =>
      [key, ...Object.values(names)].some((name) => plain(name) === plain(title)),
    )
    if (known !== undefined && !at.has(known.key)) {
      at.set(known.key, index)
      titles.set(known.key, title)
    } else if (
      plain(title)
        .split(' ')
        .some((word) => FORBIDDEN.includes(word))
    )
      forbidden.push(title)
    else if (title !== '') ignored.push(title)
  }
  const missing = columns.filter(({ key, isRequired }) => isRequired && !at.has(key))
  return { at, titles, missing: missing.map(({ key }) => key), forbidden, ignored }
}

function plain(title: string): string {
  return title
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
