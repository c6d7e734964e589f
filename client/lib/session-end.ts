import { useSyncExternalStore } from 'react'

/** `none`: nobody has signed in here. `ended`: the server knows the reader no longer, and requests wait. */
type State = 'none' | 'running' | 'ended'

let state: State = 'none'
const watchers = new Set<() => void>()
const waiting = new Set<(isResumed: boolean) => void>()

/** The server knows who is asking. An end that waits for a sign-in goes on waiting. */
export function beginSession(): void {
  if (state === 'none') change('running')
}

/** The reader has signed in again: what waited is sent again. */
export function resumeSession(): void {
  settle('running', true)
}

/** The reader signs out, or in as somebody else: what waited is given up. */
export function forgetSession(): void {
  settle('none', false)
}

/**
 * The server has answered that it knows nobody. Waits until the reader has signed in again, so that nothing
 * that was typed is lost with the session.
 *
 * @returns false at once if there was no session, or later if it is given up: the answer stands
 */
export async function sessionResumed(): Promise<boolean> {
  if (state === 'none') return false
  if (state === 'running') change('ended')
  return new Promise((resolve) => waiting.add(resolve))
}

/** True while requests wait for the reader to sign in again. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(watch, () => state === 'ended')
}

function settle(next: State, isResumed: boolean): void {
  const settled = [...waiting]
  waiting.clear()
  change(next)
  for (const resolve of settled) resolve(isResumed)
}

function change(next: State): void {
  state = next
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
