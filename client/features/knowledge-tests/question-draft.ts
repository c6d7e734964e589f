import type { components } from '../../api/schema.d.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { wholeName } from '../../lib/whole-name.ts'

export type Question = components['schemas']['Question']
export type Text3Draft = Readonly<Record<Locale, string>>

export interface OptionDraft {
  readonly id: number
  readonly text: Text3Draft
  readonly right: boolean
}

/** A question as it is being written; one language of each text will do. */
export interface QuestionDraft {
  readonly code: string
  readonly text: Text3Draft
  readonly options: readonly OptionDraft[]
}

export type QuestionFault = 'code' | 'text' | 'options'

const EMPTY: Text3Draft = { kk: '', ru: '', en: '' }
const OPTIONS_AT_FIRST = 4

export function draftOf(before: Question | undefined): QuestionDraft {
  if (before === undefined) {
    return {
      code: '',
      text: EMPTY,
      options: Array.from({ length: OPTIONS_AT_FIRST }, (_, id) => ({
        id,
        text: EMPTY,
        right: id === 0,
      })),
    }
  }
  const options = before.options.map((option, id) => ({ id, ...option }))
  return { code: before.code, text: before.text, options }
}

/** What was written of the options; lines that were left empty are none. */
function writtenOptions({ options }: QuestionDraft) {
  return options.flatMap(({ text, right }) => {
    const whole = wholeName(text)
    return whole === null ? [] : [{ text: { ...whole }, right }]
  })
}

/** What keeps a question from being sent: it needs a right answer and a wrong one. */
export function questionFaults(draft: QuestionDraft): QuestionFault[] {
  const options = writtenOptions(draft)
  const right = options.filter((option) => option.right).length
  return [
    ...(draft.code.trim() === '' ? (['code'] as const) : []),
    ...(wholeName(draft.text) === null ? (['text'] as const) : []),
    ...(right === 0 || right === options.length ? (['options'] as const) : []),
  ]
}

/** The draft as the server takes it; null while it has faults. */
export function questionBody(draft: QuestionDraft) {
  const text = wholeName(draft.text)
  if (text === null || questionFaults(draft).length > 0) return null
  return { text: { ...text }, options: writtenOptions(draft) }
}
