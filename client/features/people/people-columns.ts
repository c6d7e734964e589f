import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { Person } from './people-filter.ts'
import { nameOf, type PlaceOption } from './use-people.ts'

interface ColumnNames {
  readonly t: Translate
  readonly date: (date: string | null) => string
  readonly sites: readonly PlaceOption[]
  readonly teams: readonly PlaceOption[]
  readonly contracts: readonly PlaceOption[]
}

/** Columns for the people that are shown: teams and last days only where there are any. */
export function peopleColumns(
  names: ColumnNames,
  people: readonly Person[],
): TableColumn<Person>[] {
  const { t, date, sites, teams, contracts } = names
  const column = (
    id: string,
    header: string,
    widthPx: number,
    text: (row: Person) => string,
  ): TableColumn<Person> => ({ id, header, align: 'start', widthPx, text, value: text })
  const team = column('team', t('people.team'), 120, (row) => nameOf(teams, row.teamCode))
  const left = column('left', t('people.leftOn'), 150, (row) =>
    row.leftOn === null ? '' : date(row.leftOn),
  )
  return [
    column('name', t('people.fullName'), 200, (row) => row.fullName),
    column('number', t('people.number'), 115, (row) => row.personnelNumber),
    column('site', t('people.site'), 200, (row) => nameOf(sites, row.siteCode)),
    ...(people.some(({ teamCode }) => teamCode !== null) ? [team] : []),
    column('contract', t('people.contract'), 360, (row) => nameOf(contracts, row.contractCode)),
    column('languages', t('people.languages'), 140, languageText),
    column('hired', t('people.hiredOn'), 140, (row) => date(row.hiredOn)),
    ...(people.some(({ leftOn }) => leftOn !== null) ? [left] : []),
    column('work', t('people.work'), 140, (row) => workText(row, t)),
  ]
}

function languageText({ languages }: Person): string {
  return languages.map(({ code, level }) => `${code.replace('language.', '')} ${level}`).join(', ')
}

/** What is out of the ordinary in somebody's work. */
function workText(row: Person, t: Translate): string {
  return [
    row.kind === 'non_staff' ? t('people.kind.non_staff') : null,
    row.takesContacts ? null : t('people.noContacts'),
    row.workplace === 'remote' ? t('people.workplace.remote') : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}
