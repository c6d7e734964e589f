import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { wholeName } from '../../lib/whole-name.ts'
import { AnchorEditor } from './anchor-editor.tsx'

import styles from './competences.module.css'

type Competence = components['schemas']['Competence']

const KINDS = ['general', 'technical', 'language', 'channel', 'topic', 'system'] as const

/** What people can be good at: what the order asks for, and the centre's own. */
export function Catalogue({ canManage }: { readonly canManage: boolean }): ReactElement {
  const { t } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const [isAdding, setAdding] = useState(false)
  return (
    <section className={styles['section']} aria-label={t('catalogue.title')}>
      <h2 className={styles['title']}>{t('catalogue.title')}</h2>
      {KINDS.map((kind) => {
        const ofKind = known.filter((one) => one.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <div key={kind}>
            <h3 className={styles['kind']}>{t(`catalogue.kind.${kind}`)}</h3>
            <ul className={styles['list']}>
              {ofKind.map((one) => (
                <CompetenceLine key={one.code} competence={one} canManage={canManage} />
              ))}
            </ul>
          </div>
        )
      })}
      {canManage && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('catalogue.add')}
        </Button>
      )}
      {isAdding && <CompetenceForm onDone={() => setAdding(false)} />}
    </section>
  )
}

interface CompetenceLineProps {
  readonly competence: Competence
  readonly canManage: boolean
}

function CompetenceLine({ competence, canManage }: CompetenceLineProps): ReactElement {
  const { locale, t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const [isOpen, setOpen] = useState(false)
  const { code, name, paragraph, anchors } = competence
  const archive = (archived: boolean, onDone?: () => void): void => {
    const order = { params: { path: { code } }, body: { archived } }
    void send(fetchClient.PATCH('/api/v1/competences/{code}', order), onDone)
  }
  const remove = (): void =>
    archive(true, () =>
      showUndo(t, {
        message: t('catalogue.archived', { name: name[locale] }),
        onUndo: () => archive(false),
      }),
    )
  return (
    <li>
      <div className={styles['head']}>
        <span>
          {name[locale]}{' '}
          {paragraph === null ? (
            <small>{code}</small>
          ) : (
            <span className={styles['paragraph']}>§ {t('catalogue.paragraph', { paragraph })}</span>
          )}
        </span>
        <span>
          <Button variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('catalogue.anchors', { count: anchors.length })}
          </Button>
          {canManage && paragraph === null && (
            <Button variant="subtle" loading={isBusy} onClick={remove}>
              {t('catalogue.archive')}
            </Button>
          )}
        </span>
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {isOpen && (
        <AnchorEditor competence={competence} canManage={canManage} onDone={() => setOpen(false)} />
      )}
    </li>
  )
}

function CompetenceForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<Competence['kind']>('topic')
  const [name, setName] = useState({ kk: '', ru: '', en: '' })
  const [isMissing, setMissing] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const whole = wholeName(name)
    setMissing(whole === null)
    if (whole === null) return
    const body = { code: code.trim(), kind, name: { ...whole } }
    void send(fetchClient.POST('/api/v1/competences', { body }), onDone)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('catalogue.add')}>
      <TextInput
        label={t('settings.queue.code')}
        description={t('catalogue.code.hint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label={t('catalogue.kind')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`catalogue.kind.${value}`) }))}
        onChange={({ currentTarget }) =>
          setKind(KINDS.find((one) => one === currentTarget.value) ?? 'topic')
        }
      />
      <NameFields name={name} isMissing={isMissing} onChange={setName} />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('catalogue.add')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
