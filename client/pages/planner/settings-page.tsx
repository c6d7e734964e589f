import { Button, Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { QueueChoice } from '../../components/queue-choice.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { CalendarSettings } from '../../features/calendar/calendar-settings.tsx'
import { ArchivedQueues } from '../../features/centers/archived-queues.tsx'
import { CenterSettings } from '../../features/centers/center-settings.tsx'
import { QueueForm } from '../../features/centers/queue-form.tsx'
import { QueueSettings } from '../../features/centers/queue-settings.tsx'
import { ScheduleWeightsSettings } from '../../features/centers/schedule-weights-settings.tsx'
import {
  readSettingsSearch,
  SETTINGS_SECTIONS,
  type SettingsSearch,
} from '../../features/centers/settings-search.ts'
import { useCentre } from '../../features/centers/use-centre.ts'
import type { Queue } from '../../features/centers/use-settings.ts'
import { LabourRulesSettings } from '../../features/labour-rules/labour-rules-settings.tsx'
import { RulesSettings } from '../../features/planner-rules/rules-settings.tsx'
import { WorkingTimeSettings } from '../../features/working-time/working-time-settings.tsx'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'

import styles from './settings-page.module.css'

/** What the address says. The router gives what it did not understand too: it is read once more. */
function useSettingsSearch(): SettingsSearch {
  return readSettingsSearch(useSearch({ strict: false }))
}

/** By which rules does the centre work? Each can be changed here, and every change taken back. */
export function SettingsPage(): ReactElement {
  const { t } = useLocale()
  const { section = 'center', shape, at } = useSettingsSearch()
  const navigate = useNavigate({ from: '/settings' })
  const { center, queues, canConfigure, canKeepSites, answer, error } = useCentre()
  return (
    <>
      <UnsavedGuard />
      <PageHeadline question={t('settings.question')} answer={answer} />
      {error !== null && <FailedState problem={error} />}
      {answer === null && error === null && <LoadingState shape="form" />}
      {answer !== null && !canConfigure && (
        <NoticeBar kind="readOnly" text={t('settings.readOnly')} />
      )}
      {center !== undefined && queues !== undefined && (
        <Tabs
          value={section}
          onChange={(next) => {
            const to = SETTINGS_SECTIONS.find((one) => one === next)
            if (to !== undefined) void navigate({ search: { section: to } })
          }}
          keepMounted={false}
        >
          <Tabs.List className={styles['tabs']}>
            {SETTINGS_SECTIONS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`settings.section.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="center">
            <CenterSettings
              center={center}
              isReadOnly={!canConfigure}
              canKeepSites={canKeepSites}
            />
          </Tabs.Panel>
          <Tabs.Panel value="queues">
            <Queues queues={queues} isReadOnly={!canConfigure} />
          </Tabs.Panel>
          <Tabs.Panel value="calendar">
            <Calendar queues={queues} isReadOnly={!canConfigure} />
          </Tabs.Panel>
          <Tabs.Panel value="shifts">
            <WorkingTimeSettings
              isReadOnly={!canConfigure}
              begun={shape === undefined || at === undefined ? null : { shape, at }}
            />
          </Tabs.Panel>
          <Tabs.Panel value="law">
            <Law isReadOnly={!canConfigure} />
          </Tabs.Panel>
          <Tabs.Panel value="rules">
            <Rules queues={queues} isReadOnly={!canConfigure} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  )
}

interface SectionProps {
  readonly queues: readonly Queue[]
  readonly isReadOnly: boolean
}

function Queues({ queues, isReadOnly }: SectionProps): ReactElement {
  const { locale, t } = useLocale()
  const { queue: code } = useSettingsSearch()
  const navigate = useNavigate({ from: '/settings' })
  const [isAdding, setAdding] = useState(false)
  const shown = queues.find((queue) => queue.code === code) ?? queues[0]
  const show = (queue: string): void => void navigate({ search: { section: 'queues', queue } })
  if (isAdding) {
    return (
      <QueueForm
        onAdded={(queue) => {
          setAdding(false)
          show(queue.code)
        }}
        onCancel={() => setAdding(false)}
      />
    )
  }
  const addButton = !isReadOnly && (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('settings.queue.add')}
    </Button>
  )
  if (shown === undefined) {
    return (
      <EmptyState
        title={t('settings.noQueues')}
        nextStep={t('settings.noQueues.next')}
        action={addButton}
      />
    )
  }
  return (
    <>
      <div className={styles['choice']}>
        <QueueChoice
          label={t('history.queue')}
          queues={queues.map((queue) => ({ id: queue.code, name: queue.name[locale] }))}
          value={shown.code}
          onChange={show}
        />
        {addButton}
      </div>
      <QueueSettings key={shown.id} queue={shown} isReadOnly={isReadOnly} />
      <ArchivedQueues isReadOnly={isReadOnly} />
    </>
  )
}

function Calendar({ queues, isReadOnly }: SectionProps): ReactElement {
  const { locale } = useLocale()
  const named = queues.map(({ id, name }) => ({ id, name: name[locale] }))
  return <CalendarSettings queues={named} isReadOnly={isReadOnly} />
}

function Rules({ queues, isReadOnly }: SectionProps): ReactElement {
  const { locale } = useLocale()
  const { canExplain } = useAbilities()
  const named = queues.map(({ id, name }) => ({ id, name: name[locale] }))
  return (
    <>
      {canExplain && <RulesSettings queues={named} isReadOnly={isReadOnly} />}
      <ScheduleWeightsSettings isReadOnly={isReadOnly} />
    </>
  )
}

function Law({ isReadOnly }: Pick<SectionProps, 'isReadOnly'>): ReactElement {
  const { find = '' } = useSettingsSearch()
  const navigate = useNavigate({ from: '/settings' })
  const look = (wanted: string): void => {
    const search = wanted === '' ? {} : { find: wanted }
    void navigate({ search: { section: 'law', ...search }, replace: true })
  }
  return <LabourRulesSettings isReadOnly={isReadOnly} find={find} onFind={look} />
}
