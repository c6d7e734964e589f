import { evaluateQueue, requiredAgents } from '#forecasting/staffing/required-agents.ts'
import { rosteredFor } from '#forecasting/staffing/shrinkage.ts'
import { missedTarget, type StaffingAnswer } from '#forecasting/staffing/staffing-targets.ts'

import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { forecastItems } from './forecast-items.ts'
import { readJson } from './json-input.ts'
import { checkedItem, loadOf, type StaffItem, targetsOf } from './staff-item.ts'

/** Required agents for a list of intervals and queues; no database. */
export const staffCommand: Command = {
  name: 'staff',
  summary: 'Required agents for a list of intervals and queues.',
  usage: '--input FILE | --forecast FILE --settings FILE',
  async run(args) {
    const options = parseOptions(args, { input: 'string', forecast: 'string', settings: 'string' })
    const forecast = options.text('forecast')
    if (forecast !== undefined && options.text('input') !== undefined) {
      throw new UsageError('--input and --forecast exclude each other')
    }
    const answers =
      forecast === undefined
        ? await staffList(options.required('input'))
        : await staffForecast(forecast, options.required('settings'))
    process.stdout.write(`${JSON.stringify(answers)}\n`)
  },
}

async function staffList(file: string): Promise<readonly object[]> {
  const value = await readJson(file)
  if (!Array.isArray(value)) throw new InputError('the input: must be a list')
  // Every item is checked before the first is answered.
  return value.map((item: unknown, index) => checkedItem(item, index)).map(staffItem)
}

async function staffForecast(file: string, settings: string): Promise<readonly object[]> {
  const items = forecastItems(await readJson(file), await readJson(settings))
  return items.map(({ queue, start, item }) => ({ queue, start, ...staffItem(item) }))
}

/**
 * The answer to one request, in the order and under the names of the command's output. A wait without
 * end is null, because JSON has no infinity.
 */
function staffItem(item: StaffItem): object {
  const targets = targetsOf(item)
  const { agents, binding, metrics } = answerOf(item)
  const definition = targets.serviceLevel?.definition ?? 'excludingShortAbandons'
  return {
    id: item.id,
    agents,
    rostered: rosteredFor(agents, item.shrinkage ?? 0),
    binding,
    asa_seconds: metrics.asaSeconds,
    service_level: metrics.service?.[definition] ?? null,
    abandon_share: metrics.abandonShare,
    occupancy: metrics.occupancy,
    p_wait: metrics.probabilityOfWait,
  }
}

/** The least agents that meet the targets, or what the given number of them comes to. */
function answerOf(item: StaffItem): StaffingAnswer {
  const load = loadOf(item)
  const targets = targetsOf(item)
  const { agents } = item
  if (agents === undefined) return requiredAgents(load, targets)
  const metrics = evaluateQueue(load, agents, targets.serviceLevel?.withinSeconds)
  return { agents, binding: missedTarget(metrics, targets) ?? 'none', metrics }
}
