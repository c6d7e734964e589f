import type { components } from '../../api/schema.d.ts'
import { api, fetchClient } from '../../lib/api.ts'
import { useSending } from '../../lib/use-sending.ts'

export type LabourRule = components['schemas']['LabourRule']
export type RuleVersion = LabourRule['versions'][number]
export type RuleFigure = LabourRule['figures'][number]
export type HouseRuleChange = Omit<
  components['schemas']['LabourRule']['versions'][number],
  'madeBy' | 'madeAt' | 'validFrom'
> & { readonly validFrom: string }

/** The rules of law and house; every schedule is checked anew after a change. */
export function useLabourRules() {
  const { data, error } = api.useQuery('get', '/api/v1/labour-rules')
  return { rules: data?.rules, error }
}

/** Sends the changes of one form, so that its refusal stands in the form. */
export function useHouseRuleChange() {
  const { problem, isBusy, send } = useSending()
  return {
    problem,
    isBusy,
    change: (code: string, body: HouseRuleChange, onDone: () => void) =>
      void send(
        fetchClient.PUT('/api/v1/labour-rules/{code}', { params: { path: { code } }, body }),
        onDone,
      ),
  }
}
