import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { type NursingDraft, NursingFields, ONE_CHILD } from './nursing-fields.tsx'
import { CONSENTS, RESTRICTIONS } from './record-kinds.ts'

import styles from './people.module.css'

type Records = components['schemas']['PersonalRecords']

/** What the law attaches to one person. HR alone sees this section. */
export function PersonalRecords({ operatorId }: { readonly operatorId: string }): ReactElement {
  const t = useTranslate()
  const params = { path: { operatorId } }
  const { data, error } = api.useQuery('get', '/api/v1/operators/{operatorId}/personal-records', {
    params,
  })
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.law')}</h2>
      <p className={styles['note']}>{t('people.law.hint')}</p>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data !== undefined && (
        <>
          <Limits records={data} />
          <Restrictions operatorId={operatorId} records={data} />
          <Consents operatorId={operatorId} records={data} />
        </>
      )}
    </section>
  )
}

function Limits({ records: { limits, warnings } }: { readonly records: Records }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { weekMaxPaidMinutes: week, shiftMaxPaidMinutes: shift, personalBreaks } = limits
  const parts = [
    limits.nightBan ? t('people.limit.night') : null,
    limits.holidayBan ? t('people.limit.holiday') : null,
    week === null ? null : t('people.limit.week', { hours: format.hours(week * 60) }),
    shift === null ? null : t('people.limit.shift', { hours: format.hours(shift * 60) }),
    personalBreaks === null
      ? null
      : t('people.limit.breaks', {
          minutes: personalBreaks.lengthMinutes,
          place: personalBreaks.joinedTo,
        }),
  ].filter((part) => part !== null)
  return (
    <>
      {parts.length > 0 && (
        <p className={styles['law']}>
          § {t('people.limits')}: {parts.join(', ')}
        </p>
      )}
      {warnings.map((warning) => (
        <NoticeBar key={warning} kind="stale" text={t(`people.warning.${warning}`)} />
      ))}
    </>
  )
}

interface RecordsProps {
  readonly operatorId: string
  readonly records: Records
}

function Restrictions({ operatorId, records }: RecordsProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const path = '/api/v1/operators/{operatorId}/restrictions/{recordId}'
  const paramsOf = (recordId: string) => ({ path: { operatorId, recordId } })
  const end = (id: string): void =>
    void send(fetchClient.PATCH(path, { params: paramsOf(id), body: { toDate: today } }))
  const remove = (id: string): void => void send(fetchClient.DELETE(path, { params: paramsOf(id) }))
  return (
    <>
      <ul className={styles['list']}>
        {records.restrictions.map(({ id, kind, fromDate, toDate, document, ...facts }) => (
          <li key={id}>
            <span>
              {t(`people.restriction.${kind}`)}, {date(fromDate)} –{' '}
              {toDate === null ? t('people.openEnd') : date(toDate)}; {document}
              {facts.children !== null &&
                `; ${t('people.restriction.nursing.facts', {
                  children: facts.children,
                  place: t(`people.restriction.nursing.${facts.breaksJoinedTo ?? 'none'}`),
                })}`}
            </span>
            <span>
              {(toDate === null || toDate > today) && fromDate <= today && (
                <Button variant="subtle" loading={isBusy} onClick={() => end(id)}>
                  {t('people.record.end')}
                </Button>
              )}
              <Button variant="subtle" loading={isBusy} onClick={() => remove(id)}>
                {t('people.record.mistake')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
      <RestrictionForm operatorId={operatorId} />
    </>
  )
}

function RestrictionForm({ operatorId }: Pick<RecordsProps, 'operatorId'>): ReactElement {
  const t = useTranslate()
  const [nursing, setNursing] = useState<NursingDraft>(ONE_CHILD)
  return (
    <RecordForm
      kinds={RESTRICTIONS.map((value) => ({ value, label: t(`people.restriction.${value}`) }))}
      label={t('people.restriction')}
      submitLabel={t('people.restriction.add')}
      toRequest={({ kind, from, to, document }) =>
        fetchClient.POST('/api/v1/operators/{operatorId}/restrictions', {
          params: { path: { operatorId } },
          body: {
            kind: RESTRICTIONS.find((one) => one === kind) ?? 'pregnancy',
            fromDate: from,
            toDate: to,
            document,
            ...(kind === 'nursing' ? nursing : {}),
          },
        })
      }
      moreFields={(kind) =>
        kind === 'nursing' && <NursingFields value={nursing} onChange={setNursing} />
      }
    />
  )
}

function Consents({ operatorId, records }: RecordsProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const withdraw = (recordId: string): void =>
    void send(
      fetchClient.PATCH('/api/v1/operators/{operatorId}/consents/{recordId}', {
        params: { path: { operatorId, recordId } },
        body: { withdrawnOn: today },
      }),
    )
  return (
    <>
      <ul className={styles['list']}>
        {records.consents.map(({ id, kind, givenOn, withdrawnOn, document }) => (
          <li key={id}>
            <span>
              {t(`people.consent.${kind}`)}, {t('people.since', { date: date(givenOn) })};{' '}
              {document}
              {withdrawnOn !== null &&
                `; ${t('people.consent.ended', { date: date(withdrawnOn) })}`}
            </span>
            {withdrawnOn === null && (
              <Button variant="subtle" loading={isBusy} onClick={() => withdraw(id)}>
                {t('people.consent.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
      <RecordForm
        kinds={CONSENTS.map((value) => ({ value, label: t(`people.consent.${value}`) }))}
        label={t('people.consent')}
        submitLabel={t('people.consent.add')}
        toRequest={({ kind, from, to, document }) =>
          fetchClient.POST('/api/v1/operators/{operatorId}/consents', {
            params: { path: { operatorId } },
            body: {
              kind: CONSENTS.find((one) => one === kind) ?? 'personal_data',
              givenOn: from,
              withdrawnOn: to,
              document,
            },
          })
        }
      />
    </>
  )
}

interface RecordDraft {
  readonly kind: string
  readonly from: string
  readonly to: string | null
  readonly document: string
}

interface RecordFormProps {
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly label: string
  readonly submitLabel: string
  /** Of some kinds. */
  readonly moreFields?: (kind: string) => ReactNode
  readonly toRequest: (record: RecordDraft) => Promise<{ readonly error?: ProblemView | undefined }>
}

function RecordForm({
  kinds,
  label,
  submitLabel,
  moreFields,
  toRequest,
}: RecordFormProps): ReactElement {
  const t = useTranslate()
  const empty = { kind: '', from: '', to: '', document: '' }
  const [draft, setDraft] = useState(empty)
  const { problem, isBusy, send } = useSending()
  const change = (part: Partial<typeof empty>): void => setDraft({ ...draft, ...part })
  const isWhole = draft.kind !== '' && draft.from !== '' && draft.document.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const record = { ...draft, to: draft.to === '' ? null : draft.to }
    void send(toRequest(record), () => setDraft(empty))
  }
  return (
    <form onSubmit={submit} aria-label={submitLabel}>
      <div className={styles['line']}>
        <NativeSelect
          label={label}
          value={draft.kind}
          data={[{ value: '', label: t('people.choose') }, ...kinds]}
          onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
        />
        {moreFields?.(draft.kind)}
        <TextInput
          label={t('people.document')}
          maxLength={200}
          value={draft.document}
          onChange={(event) => change({ document: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('people.from')}
          value={draft.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('people.to')}
          value={draft.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={isBusy} disabled={!isWhole}>
          {submitLabel}
        </Button>
      </div>
      {problem !== null && <FailedState problem={problem} />}
    </form>
  )
}
