import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { CopyButton } from '../../components/copy-button.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { clockOf } from '../../lib/clock-minutes.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { toTsv, type TsvColumn } from '../../lib/tsv.ts'
import { kindName, kindSpan } from './kind-words.ts'
import type { DesignedKind } from './use-shift-design.ts'

import styles from './shift-design.module.css'

interface KindTableProps {
  readonly kinds: readonly DesignedKind[]
  readonly canPlan: boolean
}

/** The chosen kinds by their start: how many shifts, what each is worth, and the way to take it over. */
export function KindTable({ kinds, canPlan }: KindTableProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const columns: readonly TsvColumn<DesignedKind>[] = [
    { header: t('shiftDesign.column.kind'), value: kindSpan },
    { header: t('shiftDesign.column.paidShift'), value: ({ paidMinutes }) => paidMinutes / 60 },
    { header: t('shiftDesign.column.shifts'), value: ({ shiftsPerWeek }) => shiftsPerWeek },
    { header: t('shiftDesign.column.worth'), value: ({ worth }) => worth },
  ]
  return (
    <section className={styles['section']} aria-label={t('shiftDesign.kinds')}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('shiftDesign.kinds')}</h2>
        <CopyButton
          text={toTsv(columns, kinds, locale === 'en' ? '.' : ',')}
          label={t('table.copy')}
        />
      </div>
      <ScrollBox className={styles['scroller']} label={t('shiftDesign.kinds')}>
        <table className={styles['kinds']} aria-label={t('shiftDesign.kinds')}>
          <thead>
            <tr>
              {columns.map(({ header }) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
              <th scope="col">{t('shiftDesign.column.now')}</th>
              {canPlan && <th scope="col">{t('shiftDesign.column.take')}</th>}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kindName(kind)}>
                <th scope="row">{kindSpan(kind)}</th>
                <td>{format.number(kind.paidMinutes / 60, kind.paidMinutes % 60 === 0 ? 0 : 2)}</td>
                <td>{format.number(kind.shiftsPerWeek, 1)}</td>
                <td>{format.number(kind.worth, 1)}</td>
                <td>{t(kind.isOffered ? 'shiftDesign.now.yes' : 'shiftDesign.now.no')}</td>
                {canPlan && (
                  <td>
                    <TakeOver kind={kind} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {canPlan && <p className={styles['how']}>{t('shiftDesign.take.how')}</p>}
    </section>
  )
}

/** Opens the form of a new kind of shift in the settings, filled in: nothing is made before it is sent. */
function TakeOver({ kind }: { readonly kind: DesignedKind }): ReactElement {
  const { t } = useLocale()
  const search = { section: 'shifts', shape: kind.shape, at: clockOf(kind.startMinutes) } as const
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`${t('shiftDesign.take')}: ${kindName(kind)}`}
      renderRoot={(root) => <Link to="/settings" search={search} {...root} />}
    >
      {t('shiftDesign.take')}
    </Button>
  )
}
