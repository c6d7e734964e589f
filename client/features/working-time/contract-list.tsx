import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type ContractDraft, contractDraftOf, EMPTY_CONTRACT } from './contract-draft.ts'
import { ContractForm } from './contract-form.tsx'
import { EntryButtons } from './entry-buttons.tsx'
import {
  type ContractTerms,
  type NewTerms,
  type ShiftShape,
  useWorkingTimeChange,
} from './use-working-time.ts'
import { restWords, termsWords } from './working-time-words.ts'

import styles from '../../components/entries.module.css'
import own from './working-time.module.css'

interface ContractListProps {
  readonly contracts: readonly ContractTerms[]
  readonly shapes: readonly ShiftShape[]
  readonly isReadOnly: boolean
}

type Open = { readonly code: string } | { readonly draft: ContractDraft } | null

/** The contracts under which people work, and what each asks and allows. */
export function ContractList({ contracts, shapes, isReadOnly }: ContractListProps): ReactElement {
  const t = useTranslate()
  const [open, setOpen] = useState<Open>(null)
  const dropping = useWorkingTimeChange()
  const close = (): void => setOpen(null)
  const drop = (terms: ContractTerms): void =>
    dropping.dropContract(terms.code, () =>
      showUndo(t, {
        message: t('workingTime.dropped', { code: terms.code }),
        onUndo: () => dropping.addContract(bodyOf(terms), () => undefined),
      }),
    )
  return (
    <section>
      <h2 className={own['title']}>{t('workingTime.contracts')}</h2>
      {!isReadOnly && open === null && shapes.length > 0 && (
        <Button variant="default" onClick={() => setOpen({ draft: EMPTY_CONTRACT })}>
          {t('workingTime.contract.new')}
        </Button>
      )}
      {open !== null && 'draft' in open && (
        <NewContractForm initial={open.draft} shapes={shapes} onDone={close} />
      )}
      {dropping.problem !== null && <FailedState problem={dropping.problem} />}
      {contracts.length === 0 && (
        <p className={styles['note']}>{t('workingTime.contracts.none')}</p>
      )}
      <ul className={styles['rules']} aria-label={t('workingTime.contracts')}>
        {contracts.map((terms) =>
          open !== null && 'code' in open && open.code === terms.code ? (
            <li key={terms.code}>
              <ChangedContractForm terms={terms} shapes={shapes} onDone={close} />
            </li>
          ) : (
            <ContractItem
              key={terms.code}
              terms={terms}
              isReadOnly={isReadOnly}
              isBusy={dropping.isBusy}
              onChange={() => setOpen({ code: terms.code })}
              onCopy={() => setOpen({ draft: { ...contractDraftOf(terms), code: '' } })}
              onDrop={() => drop(terms)}
            />
          ),
        )}
      </ul>
    </section>
  )
}

function bodyOf(terms: ContractTerms): NewTerms {
  const { people: _, ...body } = terms
  return body
}

interface FormProps extends Pick<ContractListProps, 'shapes'> {
  readonly onDone: () => void
}

function NewContractForm({
  initial,
  shapes,
  onDone,
}: FormProps & { readonly initial: ContractDraft }): ReactElement {
  const { addContract, ...desk } = useWorkingTimeChange()
  return (
    <ContractForm
      initial={initial}
      isNew
      shapes={shapes}
      isBusy={desk.isBusy}
      problem={desk.problem}
      onSubmit={(terms) => addContract(terms, onDone)}
      onCancel={onDone}
    />
  )
}

function ChangedContractForm({
  terms,
  shapes,
  onDone,
}: FormProps & { readonly terms: ContractTerms }): ReactElement {
  const { changeContract, ...desk } = useWorkingTimeChange()
  const [initial] = useState(() => contractDraftOf(terms))
  return (
    <ContractForm
      initial={initial}
      isNew={false}
      shapes={shapes}
      isBusy={desk.isBusy}
      problem={desk.problem}
      onSubmit={(change) => changeContract(change, onDone)}
      onCancel={onDone}
    />
  )
}

interface ContractItemProps {
  readonly terms: ContractTerms
  readonly isReadOnly: boolean
  readonly isBusy: boolean
  readonly onChange: () => void
  readonly onCopy: () => void
  readonly onDrop: () => void
}

function ContractItem({ terms, isReadOnly, isBusy, ...actions }: ContractItemProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { code, name, regime, shapes, people } = terms
  return (
    <li className={styles['rule']}>
      <div className={styles['what']}>
        <strong>
          {code} · {name[locale]}
        </strong>
        <span>
          {t(`workingTime.regime.${regime}`)}; {termsWords(terms, { t, format })}
        </span>
        <span className={styles['facts']}>{restWords(terms, { t, format })}</span>
        <span className={styles['facts']}>
          {t('workingTime.contract.use', { shapes: shapes.join(', '), people })}
        </span>
      </div>
      {!isReadOnly && (
        <EntryButtons code={code} isBusy={isBusy} canDrop={people === 0} {...actions} />
      )}
    </li>
  )
}
