import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { RemoteWorkForm } from './remote-work-form.tsx'

import styles from './people.module.css'

interface RemoteWorkProps {
  readonly operatorId: string
  /** HR writes; whoever plans reads. */
  readonly canManage: boolean
}

/** When somebody works from afar: wholly, or on some days of the week. */
export function RemoteWork({ operatorId, canManage }: RemoteWorkProps): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/operators/{operatorId}/remote-work', {
    params: { path: { operatorId } },
  })
  const records = data?.records ?? []
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.remoteWork')}</h2>
      <p className={styles['note']}>{t('people.remoteWork.hint')}</p>
      {error !== null && <FailedState problem={error} />}
      {data !== undefined && records.length === 0 && (
        <p className={styles['note']}>{t('people.remoteWork.none')}</p>
      )}
      <RecordList operatorId={operatorId} records={records} canManage={canManage} />
      {canManage && <RemoteWorkForm operatorId={operatorId} />}
    </section>
  )
}

type Record = components['schemas']['RemoteWorkRecords']['records'][number]

interface RecordListProps extends RemoteWorkProps {
  readonly records: readonly Record[]
}

function RecordList({ operatorId, records, canManage }: RecordListProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const path = '/api/v1/operators/{operatorId}/remote-work/{recordId}'
  const paramsOf = (recordId: string) => ({ path: { operatorId, recordId } })
  return (
    <>
      <ul className={styles['list']}>
        {records.map((record) => (
          <li key={record.id}>
            <span>
              <PlaceText record={record} />, {date(record.fromDate)} –{' '}
              {record.toDate === null ? t('people.openEnd') : date(record.toDate)};{' '}
              {t(`people.remoteWork.basis.${record.basis}`)}
            </span>
            {canManage && (
              <span>
                {(record.toDate === null || record.toDate > today) && record.fromDate <= today && (
                  <Button
                    variant="subtle"
                    loading={isBusy}
                    onClick={() =>
                      void send(
                        fetchClient.PATCH(path, {
                          params: paramsOf(record.id),
                          body: { toDate: today },
                        }),
                      )
                    }
                  >
                    {t('people.record.end')}
                  </Button>
                )}
                <Button
                  variant="subtle"
                  loading={isBusy}
                  onClick={() =>
                    void send(fetchClient.DELETE(path, { params: paramsOf(record.id) }))
                  }
                >
                  {t('people.record.mistake')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}

function PlaceText({ record: { homeWeekdays } }: { readonly record: Record }): ReactElement {
  const { t, locale } = useLocale()
  if (homeWeekdays.length === 7) return <>{t('people.remoteWork.whole')}</>
  const days = homeWeekdays.map((day) => DATE_NAMES[locale].weekdaysShort[day]).join(', ')
  return <>{t('people.remoteWork.facts', { days })}</>
}
