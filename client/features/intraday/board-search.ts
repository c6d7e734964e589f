import type { components } from '../../api/schema.d.ts'
import { type BoardFilter, type Standing, STANDINGS } from './board.ts'

/** What the board shows, as its address says it. */
export interface BoardSearch {
  /** `out,unknown` */
  readonly show?: string
  /** Code of a team. */
  readonly team?: string
  readonly find?: string
  /** Large type and nothing else, to be read from the other end of the room. */
  readonly wall?: true
  /** Whose day is open beside the board. */
  readonly person?: string
}

export type KeptFilter = components['schemas']['BoardFilter']

/** Reads an address; one that says nothing opens what this reader looked at last. */
export function readBoardSearch(raw: Readonly<Record<string, unknown>>): BoardSearch {
  const { show, team, find, wall, person } = raw
  return {
    ...(typeof show === 'string' ? { show } : {}),
    ...(typeof team === 'string' ? { team } : {}),
    ...(typeof find === 'string' ? { find } : {}),
    ...(wall === true ? { wall } : {}),
    ...(typeof person === 'string' ? { person } : {}),
  }
}

/** The filter of an address; without one, what this user looked at last, here or elsewhere. */
export function filterOf({ show, team, find }: BoardSearch, kept: KeptFilter): BoardFilter {
  const text = find ?? ''
  if (show === undefined && team === undefined) return { ...kept, text }
  const standings = (show ?? '')
    .split(',')
    .filter((name): name is Standing => (STANDINGS as readonly string[]).includes(name))
  return { standings, team: team ?? null, text }
}

/** The address of a filter: a window that was told what to show goes on showing it. */
export function searchOf({
  standings,
  team,
  text,
}: BoardFilter): Pick<BoardSearch, 'show' | 'team' | 'find'> {
  return {
    show: standings.join(','),
    ...(team === null ? {} : { team }),
    ...(text === '' ? {} : { find: text }),
  }
}
