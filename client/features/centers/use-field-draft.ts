import { type KeyboardEvent, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { fieldProblem } from './field-problem.ts'

export type ReadField<Value> =
  | { readonly kind: 'ready'; readonly value: Value }
  /** Why it cannot be saved, in the reader's language. */
  | { readonly kind: 'refused'; readonly fault: string }

interface FieldDraftOptions<Typed, Value> {
  readonly read: (typed: Typed) => ReadField<Value>
  readonly isSame: (value: Value) => boolean
  readonly onSave: (value: Value) => Promise<ProblemView | null>
}

/** What is typed into a field until it is saved: when the field is left, or by Enter. Escape brings it back. */
export function useFieldDraft<Typed, Value>(options: FieldDraftOptions<Typed, Value>) {
  const t = useTranslate()
  const [draft, setDraft] = useState<Typed | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  useUnsaved(draft !== null && !isSaving)
  const forget = (): void => {
    setDraft(null)
    setFault(null)
  }
  const leave = async (): Promise<void> => {
    if (draft === null || isSaving) return
    const read = options.read(draft)
    if (read.kind === 'refused') {
      setFault(read.fault)
      return
    }
    if (options.isSame(read.value)) {
      forget()
      return
    }
    setSaving(true)
    const problem = await options.onSave(read.value)
    setSaving(false)
    if (problem === null) forget()
    else setFault(fieldProblem(problem, t))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      void leave()
    }
    if (event.key === 'Escape') forget()
  }
  return { draft, setDraft, fault, onBlur: () => void leave(), onKeyDown }
}
