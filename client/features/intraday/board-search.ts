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

const STORAGE_KEY = 'kezek.board'

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

/** The filter of an address; without one, what was kept in this browser. */
export function filterOf({ show, find }: BoardSearch): BoardFilter {
  const kept = show ?? localStorage.getItem(STORAGE_KEY) ?? ''
  const standings = kept
    .split(',')
    .filter((name): name is Standing => (STANDINGS as readonly string[]).includes(name))
  return { standings, text: find ?? '' }
}

/** The address of a filter, which is kept for the next time too. */
export function keepFilter({ standings, text }: BoardFilter): Pick<BoardSearch, 'show' | 'find'> {
  const show = standings.join(',')
  localStorage.setItem(STORAGE_KEY, show)
  return { show, ...(text === '' ? {} : { find: text }) }
}
