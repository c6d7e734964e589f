import { FileRefused } from '../import-problem.ts'
import { amazonConnectTemplate } from './amazon-connect.ts'
import { CALABRIO_FIELDS, calabrioTemplate } from './calabrio.ts'
import { fileColumns, normaliseHeader } from './file-columns.ts'
import type { FileColumns } from './file-columns.ts'
import { genesysCloudTemplate } from './genesys-cloud.ts'
import { kezekTemplate } from './kezek.ts'
import type { Template, TemplateName } from './template.ts'

const TEMPLATES: readonly Template[] = [
  kezekTemplate,
  genesysCloudTemplate,
  amazonConnectTemplate,
  calabrioTemplate,
]

export interface RecognisedTemplate {
  readonly template: Template
  readonly columns: FileColumns
  /** False when the first record is data already: the 21-field record may have no header. */
  readonly hasHeader: boolean
}

/**
 * Finds the template of a file by its first record, or checks a declared one.
 *
 * @param row row of that record, for the refusal
 * @throws {FileRefused} `template-unknown` when hardly any header fits, `column-missing` naming the
 *   first column that the closest template lacks, `column-repeated` when one stands twice
 */
export function recogniseTemplate(
  firstRecord: readonly string[],
  { declared, row }: { readonly declared: TemplateName | 'auto'; readonly row: number },
): RecognisedTemplate {
  if ((declared === 'auto' || declared === 'calabrio') && looksLikeCalabrioData(firstRecord)) {
    return { template: calabrioTemplate, columns: fileColumns(CALABRIO_FIELDS), hasHeader: false }
  }
  const headers = firstRecord.map(normaliseHeader)
  const candidates = TEMPLATES.filter(({ name }) => declared === 'auto' || name === declared)
  const template = closest(candidates, headers)
  if (template === null) {
    const needed = kezekTemplate.required.join(', ')
    throw new FileRefused('template-unknown', { row, params: { needed } })
  }
  const missing = template.required.filter((column) => !headers.includes(column))
  if (missing[0] !== undefined) {
    throw new FileRefused('column-missing', {
      row,
      column: missing[0],
      params: { template: template.name, missing: missing.join(', ') },
    })
  }
  refuseRepeated(template, headers, row)
  return { template, columns: fileColumns(firstRecord), hasHeader: true }
}

/**
 * A file with fewer of a template's columns than this is not a faulty one of that template. One of
 * our own four is enough; a column that happens to be called `queue_name` makes no file a Calabrio one.
 */
const SHARE_MIN = 0.25

/** The template that has the largest share of its required columns in the file. */
function closest(candidates: readonly Template[], headers: readonly string[]): Template | null {
  let best: Template | null = null
  let bestShare = 0
  for (const template of candidates) {
    const found = template.required.filter((column) => headers.includes(column)).length
    const share = found / template.required.length
    if (share >= SHARE_MIN && share > bestShare) {
      best = template
      bestShare = share
    }
  }
  return best
}

function refuseRepeated(template: Template, headers: readonly string[], row: number): void {
  const used = new Set([...template.required, ...template.optional])
  const repeated = headers.find((name, index) => used.has(name) && headers.indexOf(name) !== index)
  if (repeated !== undefined) throw new FileRefused('column-repeated', { row, column: repeated })
}

function looksLikeCalabrioData(record: readonly string[]): boolean {
  const [interval = '', date = '', time = ''] = record
  return (
    record.length === CALABRIO_FIELDS.length &&
    /^\s*\d{1,2}\s*$/.test(interval) &&
    /^\s*[\d-]{8,10}\s*$/.test(date) &&
    /^\s*\d{1,2}:\d{2}/.test(time)
  )
}
