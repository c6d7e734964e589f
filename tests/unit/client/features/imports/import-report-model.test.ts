import { describe, expect, it } from 'vitest'

import { reportView } from '../../../../../client/features/imports/import-report-model.ts'

const trial = {
  stored: false,
  layer: null,
  rowsRead: 100,
  rowsRefused: 2,
  problemCount: 2,
  problems: [{ row: 4, column: 'offered', text: 'negative' }],
  findings: [
    {
      kind: 'gap' as const,
      queue: 'q1',
      startsAt: '2026-06-01T00:00:00Z',
      endsAt: null,
      text: 'rows are missing',
    },
  ],
  report: {
    format: 'genesys-cloud',
    encoding: 'windows-1251',
    rowsDelivered: 98,
    span: { startMs: 1000, endMs: 2000 },
  },
}

describe('reportView', () => {
  it('says of a trial what would be stored, and by which template it was read', () => {
    expect(reportView(trial, 'h.csv')).toEqual({
      fileName: 'h.csv',
      template: 'Genesys Cloud · windows-1251',
      isDryRun: true,
      rowsRead: 100,
      rowsStored: 98,
      rowsRefused: 2,
      firstMs: 1000,
      lastMs: 2000,
      refused: [{ row: 4, column: 'offered', reason: 'negative' }],
      findings: [
        {
          kind: 'gap',
          queue: 'q1',
          startMs: Date.parse('2026-06-01T00:00:00Z'),
          endMs: null,
          text: 'rows are missing',
        },
      ],
    })
  })

  it('does without the figures of a history that was made, not read', () => {
    const made = { ...trial, report: {} }
    expect(reportView(made, 'x')).toMatchObject({ template: '', rowsStored: 0, firstMs: null })
  })
})
