import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Begun } from './begun-shape.ts'
import { EntryButtons } from './entry-buttons.tsx'
import { EMPTY_SHAPE, type ShapeDraft, shapeDraftOf } from './shape-draft.ts'
import { ShapeForm } from './shape-form.tsx'
import { type NewShape, type ShiftShape, useWorkingTimeChange } from './use-working-time.ts'
import { breakWords, shapeWords } from './working-time-words.ts'

import styles from '../../components/entries.module.css'
import own from './working-time.module.css'

interface ShapeListProps {
  readonly shapes: readonly ShiftShape[]
  /** A new one that is open at first, or why it is not. */
  readonly begun: Begun | null
  readonly isReadOnly: boolean
}

/** Which form is open: that of a shape, or of a new one, which may begin as a copy. */
type Open = { readonly code: string } | { readonly draft: ShapeDraft } | null

/** The kinds of shift that the centre has. */
export function ShapeList({ shapes, begun, isReadOnly }: ShapeListProps): ReactElement {
  const t = useTranslate()
  const [first] = useState(() => (begun?.kind === 'draft' ? begun.draft : null))
  const [open, setOpen] = useState<Open>(first === null ? null : { draft: first })
  const dropping = useWorkingTimeChange()
  const close = (): void => setOpen(null)
  const drop = (shape: ShiftShape): void =>
    dropping.dropShape(shape.code, () =>
      showUndo(t, {
        message: t('workingTime.dropped', { code: shape.code }),
        onUndo: () => dropping.addShape(bodyOf(shape), () => undefined),
      }),
    )
  return (
    <section>
      <h2 className={own['title']}>{t('workingTime.shapes')}</h2>
      {!isReadOnly && open === null && (
        <Button variant="default" onClick={() => setOpen({ draft: EMPTY_SHAPE })}>
          {t('workingTime.shape.new')}
        </Button>
      )}
      {open !== null && 'draft' in open && open.draft === first && (
        <p className={styles['note']}>{t('workingTime.begun')}</p>
      )}
      {open === null && <NothingBegun begun={begun} />}
      {open !== null && 'draft' in open && <NewShapeForm initial={open.draft} onDone={close} />}
      {dropping.problem !== null && <FailedState problem={dropping.problem} />}
      {shapes.length === 0 && <p className={styles['note']}>{t('workingTime.shapes.none')}</p>}
      <ul className={styles['rules']} aria-label={t('workingTime.shapes')}>
        {shapes.map((shape) =>
          open !== null && 'code' in open && open.code === shape.code ? (
            <li key={shape.code}>
              <ChangedShapeForm shape={shape} onDone={close} />
            </li>
          ) : (
            <ShapeItem
              key={shape.code}
              shape={shape}
              isReadOnly={isReadOnly}
              isBusy={dropping.isBusy}
              onChange={() => setOpen({ code: shape.code })}
              onCopy={() => setOpen({ draft: { ...shapeDraftOf(shape), code: '' } })}
              onDrop={() => drop(shape)}
            />
          ),
        )}
      </ul>
    </section>
  )
}

/** Why the form that was asked for is not open. */
function NothingBegun({ begun }: Pick<ShapeListProps, 'begun'>): ReactElement | null {
  const t = useTranslate()
  if (begun === null || begun.kind === 'draft') return null
  return (
    <output className={styles['words']}>
      {t(`workingTime.begun.${begun.kind}`, { code: begun.code })}
    </output>
  )
}

function bodyOf(shape: ShiftShape): NewShape {
  const { paidMinutes: _, contracts: __, isUsed: ___, ...body } = shape
  return body
}

interface FormProps {
  readonly onDone: () => void
}

function NewShapeForm({
  initial,
  onDone,
}: FormProps & { readonly initial: ShapeDraft }): ReactElement {
  const { addShape, ...desk } = useWorkingTimeChange()
  return (
    <ShapeForm
      initial={initial}
      isNew
      isUsed={false}
      isBusy={desk.isBusy}
      problem={desk.problem}
      onSubmit={(shape) => addShape(shape, onDone)}
      onCancel={onDone}
    />
  )
}

function ChangedShapeForm({
  shape,
  onDone,
}: FormProps & { readonly shape: ShiftShape }): ReactElement {
  const { changeShape, ...desk } = useWorkingTimeChange()
  const [initial] = useState(() => shapeDraftOf(shape))
  return (
    <ShapeForm
      initial={initial}
      isNew={false}
      isUsed={shape.isUsed}
      isBusy={desk.isBusy}
      problem={desk.problem}
      onSubmit={(change) => changeShape(change, onDone)}
      onCancel={onDone}
    />
  )
}

interface ShapeItemProps {
  readonly shape: ShiftShape
  readonly isReadOnly: boolean
  readonly isBusy: boolean
  readonly onChange: () => void
  readonly onCopy: () => void
  readonly onDrop: () => void
}

function ShapeItem({ shape, isReadOnly, isBusy, ...actions }: ShapeItemProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { code, contracts, isUsed } = shape
  return (
    <li className={styles['rule']}>
      <div className={styles['what']}>
        <strong>{code}</strong>
        <span>{shapeWords(shape, { t, format })}</span>
        <span className={styles['facts']}>{breakWords(shape, { t, format })}</span>
        <span className={styles['facts']}>
          {contracts.length === 0
            ? t('workingTime.shape.noContract')
            : t('workingTime.shape.contracts', { contracts: contracts.join(', ') })}
        </span>
      </div>
      {!isReadOnly && (
        <EntryButtons
          code={code}
          isBusy={isBusy}
          canDrop={!isUsed && contracts.length === 0}
          {...actions}
        />
      )}
    </li>
  )
}
