import { sizeGroups } from '#forecasting/simulation/size-groups.ts'

import { type Command, parseOptions } from './command.ts'
import { readJson } from './json-input.ts'
import { checkedSizing, inOrder, sizingProblem } from './size-groups-input.ts'

/** How many people of each competence group a level load needs; no database. */
export const sizeGroupsCommand: Command = {
  name: 'size-groups',
  summary: 'People of each competence group, so that every queue keeps its targets.',
  usage: '--input FILE [--seed N]',
  async run(args) {
    const options = parseOptions(args, { input: 'string', seed: 'string' })
    const input = checkedSizing(await readJson(options.required('input')))
    const seed = options.integer('seed', { min: 0, max: 2_147_483_647 }) ?? input.seed ?? 1
    const sized = sizeGroups(sizingProblem(input), { seed })
    const answer = {
      seed,
      agents: sized.agents.reduce((a, b) => a + b, 0),
      cost: Number(sized.cost.toPrecision(6)),
      groups: inOrder(input).map(({ id }, index) => ({ id, agents: sized.agents[index] ?? 0 })),
      queues: input.queues.map(({ id }, index) => ({
        id,
        abandon_share: sized.outcomes[index]?.lostShare ?? 0,
        asa_seconds: sized.outcomes[index]?.asaSeconds ?? 0,
      })),
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  },
}
