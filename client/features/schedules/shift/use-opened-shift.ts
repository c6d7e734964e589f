import { useMemo, useState } from 'react'

import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import type { GridTarget } from '../shift-grid/shift-grid-props.ts'
import type { OpenShift } from './shift-dialogs.tsx'
import type { Grid } from './shift-edit.ts'

/** What is open beside the grid: what was asked for here, else the shift that the address names. */
export interface OpenedShift {
  readonly opened: OpenShift | null
  readonly open: (next: OpenShift | null) => void
  /** Where the shift of the address stands, to be brought into view. */
  readonly linked: GridTarget | null
}

export function useOpenedShift({ shifts }: Pick<Grid, 'shifts'>): OpenedShift {
  const [search, changeSearch] = usePlanningSearch()
  const [opened, setOpened] = useState<OpenShift | null>(null)
  const personId = shifts.find(({ id }) => id === search.shift)?.operatorId
  const linked = useMemo(
    () =>
      personId === undefined || search.shift === undefined
        ? null
        : { personId, shiftId: search.shift },
    [personId, search.shift],
  )
  return {
    opened: opened ?? (linked === null ? null : { kind: 'shift', shiftId: linked.shiftId }),
    open: (next) => {
      setOpened(next)
      if (next === null && search.shift !== undefined) changeSearch({ shift: undefined })
    },
    linked,
  }
}
