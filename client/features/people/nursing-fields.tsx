import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { BREAK_PLACES } from './record-kinds.ts'

/** What is asked of who feeds a child under one and a half (art. 82(3) to (5)). */
export interface NursingDraft {
  readonly children: number
  readonly breaksJoinedTo: (typeof BREAK_PLACES)[number]
}

/** As many as the API takes. */
const CHILDREN = Array.from({ length: 10 }, (_, before) => String(before + 1))

export const ONE_CHILD: NursingDraft = { children: 1, breaksJoinedTo: 'none' }

interface NursingFieldsProps {
  readonly value: NursingDraft
  readonly onChange: (value: NursingDraft) => void
}

/** Of how many children, and where the breaks go. */
export function NursingFields({ value, onChange }: NursingFieldsProps): ReactElement {
  const t = useTranslate()
  const places = BREAK_PLACES.map((place) => ({
    value: place,
    label: t(`people.restriction.nursing.${place}`),
  }))
  return (
    <>
      <NativeSelect
        label={t('people.restriction.nursing.children')}
        value={String(value.children)}
        data={CHILDREN}
        onChange={({ currentTarget }) =>
          onChange({ ...value, children: Number(currentTarget.value) })
        }
      />
      <NativeSelect
        label={t('people.restriction.nursing.place')}
        value={value.breaksJoinedTo}
        data={places}
        onChange={({ currentTarget }) => {
          const breaksJoinedTo = BREAK_PLACES.find((one) => one === currentTarget.value) ?? 'none'
          onChange({ ...value, breaksJoinedTo })
        }}
      />
    </>
  )
}
