import { type BoardFilter, type Standing, STANDINGS } from './board.ts'

/** What the board shows, as its address says it. */
export interface BoardSearch {
  /** `out,unknown` */
  readonly show?: string
  readonly find?: string
  /** Large type and nothing else, to be read from the other end of the room. */
  readonly wall?: true
  /** Whose day is open beside the board. */
  readonly person?: string
}

/** On a computer that a shift shares, each supervisor finds what they looked at themselves. */
const storageKey = (userId: string): string => `kezek.board.${userId}`

/** Reads an address; one that says nothing opens what this reader looked at last. */
export function readBoardSearch(raw: Readonly<Record<string, unknown>>): BoardSearch {
  const { show, find, wall, person } = raw
  return {
    ...(typeof show === 'string' ? { show } : {}),
    ...(typeof find === 'string' ? { find } : {}),
    ...(wall === true ? { wall } : {}),
    ...(typeof person === 'string' ? { person } : {}),
  }
}

/** The filter of an address; without one, what this user looked at last in this browser. */
export function filterOf({ show, find }: BoardSearch, userId: string): BoardFilter {
  const kept = show ?? localStorage.getItem(storageKey(userId)) ?? ''
  const standings = kept
    .split(',')
    .filter((name): name is Standing => (STANDINGS as readonly string[]).includes(name))
  return { standings, text: find ?? '' }
}

/** The address of a filter, which is kept for the next time too. */
export function keepFilter(
  { standings, text }: BoardFilter,
  userId: string,
): Pick<BoardSearch, 'show' | 'find'> {
  const show = standings.join(',')
  localStorage.setItem(storageKey(userId), show)
  return { show, ...(text === '' ? {} : { find: text }) }
}
