import { useNavigate, useSearch } from '@tanstack/react-router'

import { type PlanningSearch, readPlanningSearch } from './planning-search.ts'

/** A part that is `undefined` is taken out of the address. */
export type PlanningSearchChange = {
  readonly [Part in keyof PlanningSearch]: PlanningSearch[Part] | undefined
}

/** What the address says of the view, and how to change it: a step back undoes a change. */
export function usePlanningSearch(): readonly [
  PlanningSearch,
  (change: PlanningSearchChange) => void,
] {
  const search = readPlanningSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (part: PlanningSearchChange): void => {
    void navigate({
      to: '.',
      search: (old) => readPlanningSearch({ ...old, ...part }),
    })
  }
  return [search, change]
}
