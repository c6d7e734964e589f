import type { ShellCentre } from './shell/app-shell.tsx'
import type { FlowStep } from './shell/flow.ts'
import type { ShellUser } from './shell/user-menu.tsx'

/** Who is here and in which centre: what the shell around every page needs to know. */
export interface Session {
  readonly user: ShellUser
  readonly centre: ShellCentre
  readonly steps: readonly FlowStep[]
}
