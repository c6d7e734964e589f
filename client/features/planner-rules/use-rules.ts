import { useQueryClient } from '@tanstack/react-query'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type PlannerRule = components['schemas']['PlannerRule']
export type RuleNames = Omit<components['schemas']['PlannerRules'], 'rules'>
export type RuleDefinition = PlannerRule['definition']
export type RuleKind = RuleDefinition['kind']
export type RuleContent = Pick<
  PlannerRule,
  'name' | 'definition' | 'weight' | 'validFrom' | 'validTo'
>

/** The rules of planners, and the ways to change them; every schedule is checked anew after each. */
export function useRules() {
  const queries = useQueryClient()
  const { data, error } = api.useQuery('get', '/api/v1/planner-rules')
  const settled = { onSuccess: () => queries.invalidateQueries() }
  const adding = api.useMutation('post', '/api/v1/planner-rules', settled)
  const changing = api.useMutation('put', '/api/v1/planner-rules/{ruleId}', settled)
  const change = (
    rule: PlannerRule,
    part: Partial<RuleContent & { isOn: boolean }>,
    onDone: (rule: PlannerRule) => void,
  ): void => {
    const { ruleId, version, name, definition, weight, validFrom, validTo, isOn } = rule
    changing.mutate(
      {
        params: { path: { ruleId } },
        body: { version, name, definition, weight, validFrom, validTo, isOn, ...part },
      },
      { onSuccess: onDone },
    )
  }
  return {
    data,
    error,
    isBusy: adding.isPending || changing.isPending,
    problem: adding.error ?? changing.error,
    reset: () => {
      adding.reset()
      changing.reset()
    },
    add: (body: RuleContent, onDone: () => void) => adding.mutate({ body }, { onSuccess: onDone }),
    change,
  }
}
