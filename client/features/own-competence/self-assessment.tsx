import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { JudgementLine } from '../../components/judgement-line/judgement-line.tsx'
import { type Judgement, resultsOf } from '../../components/judgement-line/judgement.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './own-competence.module.css'

const NOT_JUDGED: Judgement = { level: '', evidence: '' }

/** How one sees oneself, for the assessor to know: it gives no level, and says so. */
export function SelfAssessment(): ReactElement {
  const { t } = useLocale()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles['section']} aria-label={t('my.self')}>
      <h2 className={styles['title']}>{t('my.self')}</h2>
      <p className={styles['note']}>{t('my.self.hint')}</p>
      {isOpen ? (
        <SelfForm onDone={() => setOpen(false)} />
      ) : (
        <Button size="md" variant="default" onClick={() => setOpen(true)}>
          {t('my.self.begin')}
        </Button>
      )}
    </section>
  )
}

function SelfForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useLocale()
  const competences = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const { problem, isBusy, send } = useSending()
  const [judgements, setJudgements] = useState<Readonly<Record<string, Judgement>>>({})
  const [evidence, setEvidence] = useState('')
  const [isChecked, setChecked] = useState(false)
  const results = resultsOf(judgements)
  useUnsaved(results.length > 0 && !isBusy)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (results.length === 0) return
    const body = { evidence: evidence.trim(), results }
    void send(fetchClient.POST('/api/v1/my/self-assessments', { body }), onDone)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('my.self')}>
      {competences.map((competence) => (
        <JudgementLine
          key={competence.code}
          competence={competence}
          judgement={judgements[competence.code] ?? NOT_JUDGED}
          onChange={(judgement) => setJudgements({ ...judgements, [competence.code]: judgement })}
        />
      ))}
      <Textarea
        label={t('my.self.words')}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {isChecked && results.length === 0 && <p role="alert">{t('assess.fault.judgements')}</p>}
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('my.self.send')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
