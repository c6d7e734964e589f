import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import type { QuestionOption } from '#server/platform/db/knowledge-test-tables.ts'

import { findColumns } from '../operators/import-columns.ts'
import type { ImportFault } from '../operators/import-faults.ts'
import { columnFaults, type ReadRows } from '../operators/read-people.ts'
import { RowCells } from '../operators/row-cells.ts'
import type { TableRow } from '../operators/table-file.ts'
import { LANGUAGES, QUESTION_COLUMNS, type QuestionKey, SEPARATOR } from './question-columns.ts'
import { OPTIONS_MAX, QUESTION_CODE } from './questions.schema.ts'

/** A question as a file tells of it, in all three languages. */
export interface QuestionRow {
  readonly row: number
  readonly code: string
  readonly competenceCode: string
  readonly text: Text3
  readonly options: readonly QuestionOption[]
}

const TEXT_MAX = 2000

/** Reads a file of questions, one a row; every fault is named. */
export function readQuestions(
  table: readonly TableRow[],
  competences: ReadonlyMap<string, string>,
): ReadRows<QuestionRow> {
  const [header, ...lines] = table
  const found = findColumns(QUESTION_COLUMNS, header?.cells ?? [])
  const headerFaults = columnFaults(found, header?.row ?? 1)
  if (headerFaults.length > 0) {
    return {
      rows: [],
      faults: headerFaults,
      titles: found.titles,
      ignored: found.ignored,
      rowsRead: lines.length,
    }
  }
  const seen = new Map<string, number>()
  const rows: QuestionRow[] = []
  const faults: ImportFault[] = []
  for (const line of lines) {
    const cells = new RowCells(line, found.at)
    const row = readRow(cells, competences)
    const code = cells.raw('code')
    const first = seen.get(code)
    if (first !== undefined) cells.fault('code', 'repeated', { first })
    else if (code !== '') seen.set(code, line.row)
    faults.push(...cells.faults)
    if (row !== undefined && cells.faults.length === 0) rows.push(row)
  }
  return { rows, faults, titles: found.titles, ignored: found.ignored, rowsRead: lines.length }
}

function readRow(
  cells: RowCells<QuestionKey>,
  competences: ReadonlyMap<string, string>,
): QuestionRow | undefined {
  const competenceCode = cells.code('competence', competences)
  const code = cells.text('code', 60)
  if (code !== undefined && !new RegExp(QUESTION_CODE, 'u').test(code)) {
    cells.fault('code', 'code-unfit', { value: code })
  }
  const languages = LANGUAGES.filter((language) => cells.raw(`question_${language}`) !== '')
  const [main] = languages
  if (main === undefined) return cells.fault('question_ru', 'missing')
  const text = threeOf(languages, (language) => cells.text(`question_${language}`, TEXT_MAX))
  const right = readAnswers(cells, 'right', languages)
  const wrong = readAnswers(cells, 'wrong', languages)
  if (right.length + wrong.length > OPTIONS_MAX) {
    cells.fault(`wrong_${main}`, 'too-many-answers', { max: OPTIONS_MAX })
  }
  if (competenceCode === undefined || code === undefined) return undefined
  const options = [
    ...right.map((one) => ({ text: one, right: true })),
    ...wrong.map((one) => ({ text: one, right: false })),
  ]
  return { row: cells.row, code, competenceCode, text, options }
}

/** The answers of one kind, which every language of the question has to have as many of. */
function readAnswers(
  cells: RowCells<QuestionKey>,
  part: 'right' | 'wrong',
  languages: readonly Language[],
): Text3[] {
  const given = languages.map((language) => ({
    language,
    answers: (cells.text(`${part}_${language}`, TEXT_MAX) ?? '')
      .split(SEPARATOR)
      .map((answer) => answer.trim())
      .filter((answer) => answer !== ''),
  }))
  const [first] = given
  for (const { language, answers } of given) {
    const expected = first?.answers.length ?? 0
    if (answers.length !== expected && cells.raw(`${part}_${language}`) !== '') {
      cells.fault(`${part}_${language}`, 'answers-differ', { count: answers.length, expected })
    }
  }
  return (first?.answers ?? []).map((_, at) =>
    threeOf(languages, (language) => given.find((one) => one.language === language)?.answers[at]),
  )
}

/** A language that is not given takes over the first that is. */
function threeOf(
  languages: readonly Language[],
  textIn: (language: Language) => string | undefined,
): Text3 {
  const [main = 'ru'] = languages
  const of = (language: Language): string =>
    (languages.includes(language) ? textIn(language) : undefined) ?? textIn(main) ?? ''
  return { kk: of('kk'), ru: of('ru'), en: of('en') }
}
