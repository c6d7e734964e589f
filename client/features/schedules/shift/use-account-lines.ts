import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../../lib/use-date-text.ts'
import type { PersonRow } from '../shift-grid/shift-grid-model.ts'

/**
 * Says of each accounting period of a person how far its hours are planned, and what is left of its norm; nothing
 * of people who are bound to the week.
 */
export function useAccountLines(): (person: Pick<PersonRow, 'accounts'>) => string[] {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  return ({ accounts }) =>
    accounts.map(({ fromDate, toDate, normSeconds, plannedSeconds }) => {
      const planned = t('shift.accountOf', {
        from: date(fromDate),
        to: date(toDate),
        planned: format.duration(plannedSeconds),
        norm: format.duration(normSeconds),
      })
      const left = normSeconds - plannedSeconds
      return left < 0
        ? `${planned}, ${t('shift.accountOver', { over: format.duration(-left) })}`
        : `${planned}, ${t('shift.accountLeft', { left: format.duration(left) })}`
    })
}
