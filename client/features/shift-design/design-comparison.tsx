import type { ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ShiftDesign } from './use-shift-design.ts'

import styles from './shift-design.module.css'

/** The chosen kinds beside those of today and beside all that there could be. */
export function DesignComparison({ design }: { readonly design: ShiftDesign }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const rows = [
    { id: 'chosen', kinds: design.kinds.length, week: design.week },
    { id: 'offered', ...design.offered },
    { id: 'possible', ...design.possible },
  ] as const
  return (
    <ScrollBox className={styles['scroller']} label={t('shiftDesign.comparison')}>
      <table className={styles['table']} aria-label={t('shiftDesign.comparison')}>
        <thead>
          <tr>
            <th scope="col">{t('shiftDesign.column.set')}</th>
            <th scope="col">{t('shiftDesign.column.kinds')}</th>
            <th scope="col">{t('shiftDesign.column.cost')}</th>
            <th scope="col">{t('shiftDesign.column.short')}</th>
            <th scope="col">{t('shiftDesign.column.paid')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, kinds, week }) => (
            <tr key={id} data-chosen={id === 'chosen'}>
              <th scope="row">{t(`shiftDesign.set.${id}`)}</th>
              <td>{format.number(kinds)}</td>
              <td>{format.number(week.cost, 0)}</td>
              <td>{format.number(week.shortHours, 1)}</td>
              <td>{format.number(week.paidHours, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
