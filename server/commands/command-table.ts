import type { Command } from './command.ts'

/** Loads a command only when it is called, so that `kezek staff` never loads the database. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.command.ts')).serveCommand,
  worker: async () => (await import('./worker.command.ts')).workerCommand,
  migrate: async () => (await import('./migrate.command.ts')).migrateCommand,
  center: async () => (await import('./center.command.ts')).centerCommand,
  sample: async () => (await import('./sample.command.ts')).sampleCommand,
  import: async () => (await import('./import.command.ts')).importCommand,
  rules: async () => (await import('./rules.command.ts')).rulesCommand,
  forecast: async () => (await import('./forecast.command.ts')).forecastCommand,
  backtest: async () => (await import('./backtest.command.ts')).backtestCommand,
  outlook: async () => (await import('./outlook.command.ts')).outlookCommand,
  staff: async () => (await import('./staff.command.ts')).staffCommand,
  simulate: async () => (await import('./simulate.command.ts')).simulateCommand,
  'size-groups': async () => (await import('./size-groups.command.ts')).sizeGroupsCommand,
  adherence: async () => (await import('./adherence.command.ts')).adherenceCommand,
  replay: async () => (await import('./replay.command.ts')).replayCommand,
  feed: async () => (await import('./feed.command.ts')).feedCommand,
  bench: async () => (await import('./bench.command.ts')).benchCommand,
  'design-shifts': async () => (await import('./design-shifts.command.ts')).designShiftsCommand,
  schedule: async () => (await import('./schedule.command.ts')).scheduleCommand,
}
