import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { type PageCommand, useOfferCommands } from '../../lib/page-commands.ts'
import { toTsv } from '../../lib/tsv.ts'
import { ScheduleMenu } from './schedule-menu.tsx'
import { scheduleColumns } from './schedule-table.ts'
import type { ScheduleWeekProps } from './schedule-week-props.ts'
import { coverageAnswer, isPromiseKept } from './shortages/coverage-headline.ts'
import type { ScheduleWeekDesk } from './use-schedule-week.ts'

interface WeekHeadlineProps extends Pick<ScheduleWeekProps, 'onGenerate' | 'onCompare' | 'week'> {
  readonly desk: ScheduleWeekDesk
}

/** The question, its answer, and what can be done with the whole week. */
export function WeekHeadline(props: WeekHeadlineProps): ReactElement {
  const { desk, onGenerate, onCompare, week } = props
  const { locale, t } = useLocale()
  const format = useFormat()
  const publish = desk.isReadOnly ? null : (): void => desk.setPublishing(true)
  const mend = desk.canMend ? (): void => desk.repair.open({}) : undefined
  const remake = desk.canMend ? desk.part.open : undefined
  const copy = async (): Promise<void> => {
    const words = {
      person: t('table.person'),
      detail: t('table.detail'),
      paid: t('table.paidHours'),
      owed: t('table.owedHours'),
      home: t('workPlace.home'),
    }
    const columns = scheduleColumns(desk.scale.days, format, words)
    await navigator.clipboard.writeText(toTsv(columns, desk.rows, locale === 'en' ? '.' : ','))
    notifications.show({ message: t('table.copied', { count: desk.rows.length }) })
  }
  useOfferCommands([
    ...command('publish', t('schedule.publish'), publish),
    ...command('mend', t('repair.title'), mend ?? null),
    ...command('part', t('part.title'), remake ?? null),
    ...command('print', t('schedule.print'), () => print()),
    ...command('compare', t('schedule.compare'), onCompare ?? null),
  ])
  return (
    <PageHeadline
      question={t('schedule.question')}
      answer={coverageAnswer(desk.coverage, { t, format }, isPromiseKept(desk.edits.grid.schedule))}
      actions={
        <>
          {onGenerate !== null && (
            <Button variant="default" onClick={onGenerate}>
              {t('schedule.generate')}
            </Button>
          )}
          {publish !== null && <Button onClick={publish}>{t('schedule.publish')}</Button>}
          <ScheduleMenu
            week={week.date}
            onCopy={() => {
              void copy()
            }}
            {...(onCompare === undefined ? {} : { onCompare })}
            {...(mend === undefined ? {} : { onMend: mend })}
            {...(remake === undefined ? {} : { onRemake: remake })}
          />
        </>
      }
    />
  )
}

function command(id: string, label: string, run: (() => void) | null): PageCommand[] {
  return run === null ? [] : [{ id, label, run }]
}
