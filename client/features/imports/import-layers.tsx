import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ImportLayer } from './import-report-model.ts'

import styles from './imports.module.css'

interface ImportLayersProps {
  readonly layers: readonly ImportLayer[]
  readonly isReadOnly: boolean
  readonly onWithdraw: (id: string) => void
  readonly onRestore: (id: string) => void
  /** Shows what the import found. */
  readonly onOpen: (id: string) => void
}

/** The imports as they lie on each other, the newest on top. Withdrawing one shows what was below. */
export function ImportLayers(props: ImportLayersProps): ReactElement {
  const { layers, isReadOnly, onWithdraw, onRestore, onOpen } = props
  const t = useTranslate()
  return (
    <section>
      <h2 className={styles['title']}>{t('layers.title')}</h2>
      <p className={styles['note']}>{t('layers.meaning')}</p>
      <ul className={styles['layers']}>
        {layers
          .toSorted((a, b) => b.layer - a.layer)
          .map((layer) => (
            <li
              key={layer.id}
              className={styles['layer']}
              data-withdrawn={layer.withdrawnAtMs !== null}
            >
              <Layer layer={layer} />
              <Button
                variant="subtle"
                aria-label={t('layers.openNamed', { file: layer.fileName })}
                onClick={() => onOpen(layer.id)}
              >
                {t('layers.open')}
              </Button>
              {!isReadOnly &&
                (layer.withdrawnAtMs === null ? (
                  <Button variant="default" onClick={() => onWithdraw(layer.id)}>
                    {t('layers.withdraw')}
                  </Button>
                ) : (
                  <Button variant="default" onClick={() => onRestore(layer.id)}>
                    {t('layers.restore')}
                  </Button>
                ))}
            </li>
          ))}
      </ul>
    </section>
  )
}

function Layer({ layer }: { readonly layer: ImportLayer }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { firstMs, lastMs, withdrawnAtMs } = layer
  const span =
    firstMs === null || lastMs === null
      ? ''
      : `${format.fullDate(firstMs)} – ${format.fullDate(lastMs - 1)}`
  return (
    <div className={styles['layerWords']}>
      <strong>{layer.fileName}</strong>
      <span>{[t('layers.rows', { count: layer.rowsStored }), span].join(' · ')}</span>
      <span className={styles['note']}>
        {withdrawnAtMs === null
          ? t('layers.by', { who: layer.importedBy, when: format.dateTime(layer.importedAtMs) })
          : t('layers.withdrawn', { when: format.dateTime(withdrawnAtMs) })}
      </span>
    </div>
  )
}
