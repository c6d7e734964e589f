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

export function peopleColumns(names: ColumnNames): TableColumn<Person>[] {
  const { t, date, sites, teams, contracts } = names
  const column = (
    id: string,
    header: string,
    widthPx: number,
    text: (row: Person) => string,
  ): TableColumn<Person> => ({ id, header, align: 'start', widthPx, text, value: text })
  return [
    column('name', t('people.fullName'), 220, (row) => row.fullName),
    column('number', t('people.number'), 90, (row) => row.personnelNumber),
    column('site', t('people.site'), 150, (row) => nameOf(sites, row.siteCode)),
    column('team', t('people.team'), 120, (row) => nameOf(teams, row.teamCode)),
    column('contract', t('people.contract'), 300, (row) => nameOf(contracts, row.contractCode)),
    column('languages', t('people.languages'), 130, (row) =>
      row.languages
        .map(({ code, level }) => `${code.replace('language.', '')} ${level}`)
        .join(', '),
    ),
    column('work', t('people.work'), 150, (row) => workText(row, t)),
    column('hired', t('people.hiredOn'), 140, (row) => date(row.hiredOn)),
    column('left', t('people.leftOn'), 140, (row) => (row.leftOn === null ? '' : date(row.leftOn))),
  ]
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
