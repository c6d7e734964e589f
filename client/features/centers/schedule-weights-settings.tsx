import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { NumberSetting } from './number-setting.tsx'
import { type Range, shownQuantity, type Unit } from './quantity.ts'
import { useSave } from './use-settings.ts'

import styles from './settings.module.css'

type Weights = components['schemas']['ScheduleWeights']['weights']

/** In the order in which people ask; ends as the API has them. */
const FIELDS: readonly (readonly [key: keyof Weights, range: Range, unit?: Unit])[] = [
  ['underCrit', { min: 1, max: 50 }],
  ['critShare', { min: 0, max: 1 }, 'percent'],
  ['underRest', { min: 1, max: 50 }],
  ['idle', { min: 0, max: 10 }],
  ['shortfall', { min: 0, max: 20 }],
  ['nightPremium', { min: 0, max: 5 }],
  ['fairNight', { min: 0, max: 20 }],
  ['fairWeekend', { min: 0, max: 20 }],
  ['startVarPerHour', { min: 0, max: 5 }],
  ['startVarFreeMin', { min: 0, max: 720 }],
]

const ROUTE = '/api/v1/schedule-weights'

/** What costs how much when a schedule is made? */
export function ScheduleWeightsSettings({
  isReadOnly,
}: {
  readonly isReadOnly: boolean
}): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', ROUTE)
  return (
    <section aria-label={t('weights.title')} className={styles['weights']}>
      <h2 className={styles['weightsTitle']}>{t('weights.title')}</h2>
      <p className={styles['weightsNote']}>{t('weights.intro')}</p>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data !== undefined && (
        <WeightFields weights={data.weights} usual={data.usual} isReadOnly={isReadOnly} />
      )}
    </section>
  )
}

interface WeightFieldsProps {
  readonly weights: Weights
  readonly usual: Weights
  readonly isReadOnly: boolean
}

function WeightFields({ weights, usual, isReadOnly }: WeightFieldsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const save = useWeightsSave(weights)
  const usualText = (value: number, unit: Unit): string => {
    const shown = Number(shownQuantity(value, unit))
    return format.number(shown, Number.isInteger(shown) ? 0 : 1)
  }
  const isUsual = FIELDS.every(([key]) => weights[key] === usual[key])
  return (
    <>
      <div className={styles['groups']}>
        {FIELDS.map(([key, range, unit = 'count']) => (
          <NumberSetting
            key={key}
            label={t(`weights.${key}`)}
            description={`${t(`weights.${key}.hint`)} ${t('weights.usual', {
              value: usualText(usual[key], unit),
            })}`}
            value={weights[key]}
            unit={unit}
            range={range}
            isReadOnly={isReadOnly}
            onSave={async (value) => save({ [key]: value ?? usual[key] }, t(`weights.${key}`))}
          />
        ))}
      </div>
      {!isReadOnly && !isUsual && (
        <Button variant="default" mt={12} onClick={() => void save(usual, t('weights.title'))}>
          {t('weights.reset')}
        </Button>
      )}
    </>
  )
}

/** Prices are sent together: one alone could stand in the wrong order beside another. */
function useWeightsSave(weights: Weights) {
  const queries = useQueryClient()
  const { queryKey } = api.queryOptions('get', ROUTE)
  return useSave<Weights, Partial<Weights>>(weights, {
    show: (change) =>
      queries.setQueryData<components['schemas']['ScheduleWeights']>(queryKey, (before) =>
        before === undefined ? undefined : { ...before, weights: { ...before.weights, ...change } },
      ),
    send: async (change) =>
      (await fetchClient.PUT(ROUTE, { body: { ...weights, ...change } })).error,
  })
}
