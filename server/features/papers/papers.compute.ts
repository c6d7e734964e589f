import { fileURLToPath } from 'node:url'

import ExcelJS from 'exceljs'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'

import type { Task } from '#server/platform/jobs/compute.ts'

import type { Paper, PaperSection } from './paper.ts'

export interface PaperOrder {
  readonly paper: Paper
  readonly format: 'xlsx' | 'pdf'
}

const WIDTH_MIN = 12
const WIDTH_MAX = 60
/** Comes with the library under the Open Font License, and has every Kazakh letter. */
const fontPath = (face: string): string =>
  fileURLToPath(import.meta.resolve(`pdfmake/fonts/Roboto/Roboto-${face}.ttf`))
const FONT = {
  normal: fontPath('Regular'),
  bold: fontPath('Medium'),
  italics: fontPath('Italic'),
  bolditalics: fontPath('MediumItalic'),
}
/** Excel allows no more in the name of a sheet, and none of these signs. */
const SHEET_NAME_MAX = 31
const SHEET_NAME_FORBIDDEN = /[*?:\\/[\]]/gu
/** Tables with more columns than this lie on their side. */
const COLUMNS_UPRIGHT_MAX = 5

/** Writes a paper as a file, in a worker thread: the package of a large centre takes seconds. */
export const computePaper: Task<PaperOrder, Uint8Array> = async ({ paper, format }) =>
  format === 'xlsx' ? workbookOf(paper) : pdfOf(paper)

async function workbookOf(paper: Paper): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const first = workbook.addWorksheet(sheetName(paper.title, 0))
  first.addRow([paper.title]).font = { bold: true, size: 14 }
  first.addRows(paper.facts.map((fact) => [...fact]))
  first.addRow([paper.madeBy]).font = { italic: true }
  first.getColumn(1).width = WIDTH_MAX
  first.getColumn(2).width = WIDTH_MAX
  for (const [at, section] of paper.sections.entries()) addSheet(workbook, section, at + 1)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, section: PaperSection, at: number): void {
  const { title, headers, rows } = section
  const sheet = workbook.addWorksheet(sheetName(title, at), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.addRow([...headers]).font = { bold: true }
  sheet.addRows(rows.map((row) => [...row]))
  for (const [column, header] of headers.entries()) {
    const longest = Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0))
    const target = sheet.getColumn(column + 1)
    target.width = Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest + 2))
    target.alignment = { wrapText: true, vertical: 'top' }
  }
}

/** Numbered, for two long titles may begin alike. */
function sheetName(title: string, at: number): string {
  const name = at === 0 ? title : `${at}. ${title}`
  return name.replaceAll(SHEET_NAME_FORBIDDEN, ' ').slice(0, SHEET_NAME_MAX)
}

async function pdfOf(paper: Paper): Promise<Uint8Array> {
  pdfmake.addFonts({ Roboto: FONT })
  // Neither a file nor an address: what people wrote is text, whatever it looks like.
  pdfmake.setLocalAccessPolicy((path) => Object.values(FONT).includes(path))
  pdfmake.setUrlAccessPolicy(() => false)
  return new Uint8Array(await pdfmake.createPdf(documentOf(paper)).getBuffer())
}

function documentOf(paper: Paper): TDocumentDefinitions {
  const widest = Math.max(...paper.sections.map(({ headers }) => headers.length), 0)
  return {
    pageSize: 'A4',
    pageOrientation: widest > COLUMNS_UPRIGHT_MAX ? 'landscape' : 'portrait',
    pageMargins: [40, 40, 40, 48],
    info: { title: paper.title, creator: 'Kezek' },
    defaultStyle: { font: 'Roboto', fontSize: 9 },
    footer: (page, pages) => ({
      columns: [
        { text: paper.madeBy, width: '*' },
        { text: `${page} / ${pages}`, width: 'auto' },
      ],
      margin: [40, 12, 40, 0],
      fontSize: 8,
      color: '#4d5763',
    }),
    content: [
      { text: paper.title, fontSize: 15, bold: true, margin: [0, 0, 0, 8] },
      ...(paper.facts.length === 0 ? [] : [factsOf(paper.facts)]),
      ...paper.sections.flatMap((section) => sectionOf(section, paper.nothing)),
    ],
  }
}

function factsOf(facts: Paper['facts']): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: ['auto', '*'],
      body: facts.map(([name, value]) => [
        { text: name, color: '#4d5763' },
        { text: value, bold: true },
      ]),
    },
  }
}

function sectionOf({ title, headers, rows }: PaperSection, nothing: string): Content[] {
  const heading: Content = { text: title, fontSize: 11, bold: true, margin: [0, 14, 0, 4] }
  if (rows.length === 0) return [heading, { text: nothing }]
  return [
    heading,
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: 1,
        // Short columns take what they need, and long words of any of them break.
        widths: headers.map((_, column) => (isWordy(rows, column) ? '*' : 'auto')),
        body: [headers.map((text) => ({ text, bold: true })), ...rows.map((row) => [...row])],
      },
    },
  ]
}

const WORDY_LENGTH = 14

function isWordy(rows: PaperSection['rows'], column: number): boolean {
  return rows.some((row) => (row[column]?.length ?? 0) > WORDY_LENGTH)
}
