import { useRef, useState } from 'react'

import type { ProblemView } from '../../lib/problem.ts'
import { guessKind } from './guess-kind.ts'
import { type ImportOutcome, type ImportSettings, sendImport } from './import-request.ts'

/** Enough to see what a file is. */
const HEAD_BYTES = 4096

/** Where a file stands on its way into the history. */
export type ImportStage =
  | { readonly stage: 'none' }
  | ({ readonly stage: 'sending'; readonly isTrial: boolean; readonly share: number } & Chosen)
  | ({ readonly stage: 'tried'; readonly outcome: ImportOutcome } & Chosen)
  | ({ readonly stage: 'refused'; readonly problem: ProblemView } & Chosen)

interface Chosen {
  readonly file: File
  readonly settings: ImportSettings
}

/**
 * A file is always tried first, again whenever it is to be read another way, and stored only when
 * the reader says so.
 *
 * @param onStored told once what was stored
 */
export function useImport(timeZone: string, onStored: (outcome: ImportOutcome) => void) {
  const [state, setState] = useState<ImportStage>({ stage: 'none' })
  const sending = useRef<AbortController>(null)

  const run = async (chosen: Chosen, isTrial: boolean): Promise<void> => {
    sending.current?.abort()
    const controller = new AbortController()
    sending.current = controller
    const show = (share: number): void => {
      if (!controller.signal.aborted) setState({ stage: 'sending', isTrial, share, ...chosen })
    }
    show(0)
    const { signal } = controller
    const options = { dryRun: isTrial, onProgress: show, signal }
    const end = await sendImport(chosen.file, chosen.settings, options)
    if (signal.aborted || end.kind === 'stopped') return
    if (end.kind === 'refused') setState({ stage: 'refused', problem: end.problem, ...chosen })
    else if (isTrial) setState({ stage: 'tried', outcome: end.outcome, ...chosen })
    else {
      setState({ stage: 'none' })
      onStored(end.outcome)
    }
  }

  const choose = async (file: File): Promise<void> => {
    const kind = guessKind(file.name, await file.slice(0, HEAD_BYTES).text())
    const settings = { kind, timeZone, skipsBadRows: false, intervalMinutes: null, queueMap: {} }
    await run({ file, settings }, true)
  }

  return {
    state,
    choose: (file: File) => void choose(file),
    change: (part: Partial<ImportSettings>) => {
      if (state.stage === 'none') return
      const { file, settings } = state
      void run({ file, settings: { ...settings, ...part } }, true)
    },
    store: () => {
      if (state.stage === 'tried') void run(state, false)
    },
    leave: () => {
      sending.current?.abort()
      setState({ stage: 'none' })
    },
  }
}

export type ImportFlow = ReturnType<typeof useImport>
