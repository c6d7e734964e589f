import { useEffect, useId, useSyncExternalStore } from 'react'

import { useStable } from './use-stable.ts'

/** Something that the reader can ask for by name. */
export interface PageCommand {
  readonly id: string
  /** In the reader's language; also what a search looks in. */
  readonly label: string
  readonly run: () => void
}

type Listener = () => void

const offered = new Map<string, readonly PageCommand[]>()
const listeners = new Set<Listener>()
let snapshot: readonly PageCommand[] = []

function renew(): void {
  snapshot = [...offered.values()].flat()
  for (const listener of listeners) listener()
}

function subscribe(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Offers what the page can do, while it is open, to whatever lists commands. */
export function useOfferCommands(commands: readonly PageCommand[]): void {
  const key = useId()
  const run = useStable((id: string) => commands.find((command) => command.id === id)?.run())
  const words = commands.map(({ id, label }) => `${id}\n${label}`).join('\n\n')
  useEffect(() => {
    const listed = words === '' ? [] : words.split('\n\n').map((word) => word.split('\n'))
    offered.set(
      key,
      listed.map(([id = '', label = '']) => ({ id, label, run: () => run(id) })),
    )
    renew()
    return () => {
      offered.delete(key)
      renew()
    }
  }, [key, words, run])
}

/** What the open pages offer. */
export function useOfferedCommands(): readonly PageCommand[] {
  return useSyncExternalStore(subscribe, () => snapshot)
}
