import { NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { fieldProblem } from './field-problem.ts'
import { readSite, type SiteDraft, type SiteFault } from './new-site.ts'
import type { Range } from './quantity.ts'
import { useSiteAdd } from './use-sites.ts'

import styles from './settings.module.css'

interface SiteFormProps {
  readonly workplaces: Range
  readonly onDone: () => void
}

const EMPTY: SiteDraft = { code: '', name: { kk: '', ru: '', en: '' }, workplaces: '' }

/** A new place to work at. */
export function SiteForm({ workplaces, onDone }: SiteFormProps): ReactElement {
  const t = useTranslate()
  const add = useSiteAdd()
  const [draft, setDraft] = useState(EMPTY)
  const [faults, setFaults] = useState<readonly SiteFault[]>([])
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  useUnsaved(draft !== EMPTY && !isBusy)
  const change = (part: Partial<SiteDraft>): void => setDraft({ ...draft, ...part })
  const send = async (): Promise<void> => {
    const read = readSite(draft, workplaces)
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind === 'refused') return
    setBusy(true)
    const refusal = await add(read.site)
    setBusy(false)
    setProblem(refusal)
    if (refusal === null) onDone()
  }
  const refusal = problem === null ? null : fieldProblem(problem, t)
  const codeFault = faults.includes('code') ? t('settings.queue.code.fault') : refusal
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['group']}>
      <h3 className={styles['title']}>{t('settings.site.add')}</h3>
      <TextInput
        label={t('settings.queue.code')}
        description={t('settings.site.code.hint')}
        value={draft.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
        error={codeFault}
      />
      <NameFields
        name={draft.name}
        isMissing={faults.includes('name')}
        onChange={(name) => change({ name })}
      />
      <NumberInput
        label={t('settings.workplaces')}
        description={t('settings.workplaces.hint')}
        value={draft.workplaces}
        onChange={(value) => change({ workplaces: value })}
        error={faults.includes('workplaces') && t('settings.fault.outside', { ...workplaces })}
        allowNegative={false}
        allowDecimal={false}
        hideControls
      />
      <FormActions submitLabel={t('settings.site.add')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
