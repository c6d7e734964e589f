import type { AnyRouter } from '@tanstack/react-router'

export interface SignInSearch {
  /** Where the reader was going: path, search and hash. */
  readonly from?: string
}

/** Keeps only an address of our own: a link must not send a signed-in reader elsewhere. */
export function readSignInSearch(raw: Readonly<Record<string, unknown>>): SignInSearch {
  const { from } = raw
  const isOwn = typeof from === 'string' && /^\/(?![/\\])/u.test(from) && !isSignIn(from)
  return isOwn ? { from } : {}
}

/** To the door, from where the reader comes back to the same page. Does nothing at the door itself. */
export function goToSignIn(router: Pick<AnyRouter, 'state' | 'navigate'>): void {
  const { href } = router.state.location
  if (!isSignIn(href)) void router.navigate({ to: '/sign-in', search: { from: href } })
}

function isSignIn(address: string): boolean {
  return /^\/sign-in(?:[?#]|$)/u.test(address)
}
