import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'

import type { Paper } from '#server/features/papers/paper.ts'
import { computePaper } from '#server/features/papers/papers.compute.ts'

const PAPER: Paper = {
  title: 'Жеке іс: Әбілқасымова Үміт',
  facts: [['Табель нөмірі', '7']],
  sections: [
    {
      title: 'Бағалаулар мен қолдар: ұзақ атау / 2026',
      headers: ['Күні', 'Әдісі'],
      rows: [['01.02.2026', 'тест']],
    },
    { title: 'Бос', headers: ['А'], rows: [] },
  ],
  madeBy: 'Kezek',
  nothing: 'Жазба жоқ.',
}
const context = { report: () => undefined, shouldStop: () => false }

describe('computePaper', () => {
  it('writes a sheet for the whole and one for each section', async () => {
    const bytes = await computePaper({ paper: PAPER, format: 'xlsx' }, context)
    const workbook = new ExcelJS.Workbook()
    // The library's own type of a buffer is older than Node's.
    await workbook.xlsx.load(
      Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0],
    )
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Жеке іс  Әбілқасымова Үміт',
      // Excel takes 31 signs, and neither a colon nor a slash.
      '1. Бағалаулар мен қолдар  ұзақ ',
      '2. Бос',
    ])
    expect(workbook.worksheets[1]?.getRow(2).values).toEqual([undefined, '01.02.2026', 'тест'])
  })

  it('writes a PDF that carries its own font, for no other has the letters of Kazakh', async () => {
    const bytes = await computePaper({ paper: PAPER, format: 'pdf' }, context)
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/\/FontFile2/u)
    expect(text).toMatch(/\+Roboto-Regular/u)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
  })
})
