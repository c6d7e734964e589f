import { type Command, parseOptions, UsageError } from './command.ts'

/** Loads a benchmark only when it is asked for: each brings its own part of the house. */
const BENCHES: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  imports: async () => (await import('./bench/imports.ts')).benchImports,
  staffing: async () => (await import('./bench/staffing.ts')).benchStaffing,
  simulate: async () => (await import('./bench/simulate.ts')).benchSimulate,
  forecasting: async () => (await import('./bench/forecasting.ts')).benchForecasting,
  reforecast: async () => (await import('./bench/reforecast.ts')).benchReforecast,
  scheduling: async () => (await import('./bench/scheduling.ts')).benchScheduling,
  repair: async () => (await import('./bench/repair.ts')).benchRepair,
  adherence: async () => (await import('./bench/adherence.ts')).benchAdherence,
  feed: async () => (await import('./bench/feed.ts')).benchFeed,
  latency: async () => (await import('./bench/latency.ts')).benchLatency,
}

/** Prints figures, each with its ratio to a baseline that was measured in the same run. */
export const benchCommand: Command = {
  name: 'bench',
  summary: 'Measures the service: figures, and ratios to a baseline of the same run.',
  usage: `[${Object.keys(BENCHES).join('|')}]`,
  async run(args) {
    const { positionals } = parseOptions(args, {})
    const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals
    for (const name of names) {
      const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
      if (load === undefined) throw new UsageError(`there is no benchmark ${name}`)
      const bench = await load()
      await bench()
    }
  },
}
