/** A paper about people before it is a file: the same for a workbook and for print. */
export interface Paper {
  readonly title: string
  /** What the whole of it says, as name and value. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly sections: readonly PaperSection[]
  /** Printed at the foot of every page: who took it and when. */
  readonly madeBy: string
  /** Words where a section has no row. */
  readonly nothing: string
}

export interface PaperSection {
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** `31.12.2026`; a dash for no day. */
export function dayText(date: string | null): string {
  return date === null ? '—' : date.slice(0, 10).split('-').toReversed().join('.')
}
