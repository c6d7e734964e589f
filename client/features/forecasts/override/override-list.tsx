import { Switch } from '@mantine/core'
import type { ReactElement } from 'react'

import type { Format } from '../../../lib/i18n/format.ts'
import { useFormat, useLocale } from '../../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { StoredOverride } from './use-overrides.ts'

import styles from './override-list.module.css'

interface OverrideListProps {
  readonly overrides: readonly StoredOverride[]
  readonly queueName: (queueId: string) => string
  readonly isReadOnly: boolean
  /** The one that is being switched. */
  readonly switchingId: string | null
  readonly onToggle: (overrideId: string, active: boolean) => void
}

/** Every change by hand of a version, of all queues, with who and why: switched off, never deleted. */
export function OverrideList(props: OverrideListProps): ReactElement {
  const { overrides, queueName, isReadOnly, switchingId, onToggle } = props
  const { locale, t } = useLocale()
  const format = useFormat()
  if (overrides.length === 0) return <p className={styles['none']}>{t('override.none')}</p>
  return (
    <ul className={styles['list']}>
      {overrides.map((override) => {
        const effect = effectText(override, t, format)
        const when = format.dateRange(Date.parse(override.from), Date.parse(override.to))
        return (
          <li key={override.id} className={styles['item']} data-active={override.active}>
            <Switch
              checked={override.active}
              disabled={isReadOnly || switchingId !== null}
              aria-label={t('override.switch', { effect, when, reason: override.reason })}
              onChange={(event) => onToggle(override.id, event.currentTarget.checked)}
            />
            <div className={styles['words']}>
              <span>
                <b>{effect}</b> · {when}, {format.date(Date.parse(override.from))} ·{' '}
                {queueName(override.queueId)}
                {override.event !== null &&
                  ` · ${t('override.ofEvent', { event: override.event.name[locale] })}`}
                {!override.active && ` · ${t('override.off')}`}
              </span>
              <span className={styles['reason']}>
                {override.reason} — {override.madeBy},{' '}
                {format.dateTime(Date.parse(override.madeAt))}
              </span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** `+20 %`, `−300`, `= 4 000`. */
function effectText(
  { kind, value }: Pick<StoredOverride, 'kind' | 'value'>,
  t: Translate,
  format: Format,
): string {
  if (kind === 'set') return t('override.effect.set', { value: format.number(value) })
  if (kind === 'add') return t('override.effect.add', { value: format.signed(value) })
  return t('override.effect.scale', { value: format.signed((value - 1) * 100) })
}
