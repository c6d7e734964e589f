import { Button } from '@mantine/core'
import { Fragment, type ReactElement } from 'react'

import { isMessageKey, type MessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { CalledRegionSetting } from './called-region-setting.tsx'
import { ChatSpeedsSetting } from './chat-speeds-setting.tsx'
import { CompetenceNeeds } from './competence-needs.tsx'
import { ConfidenceSetting } from './confidence-setting.tsx'
import { isLearned, LearnedSetting } from './learned-setting.tsx'
import { LearnedShrinkageNote } from './learned-shrinkage.tsx'
import { LikeQueueSetting } from './like-queue-setting.tsx'
import { NameSettings } from './name-settings.tsx'
import { NumberSetting } from './number-setting.tsx'
import { OpeningHoursEditor } from './opening-hours-editor.tsx'
import type { Range, Unit } from './quantity.ts'
import { useArchive } from './use-archive.ts'
import { type Queue, type QueueChange, type Save, useQueueSave } from './use-settings.ts'

import styles from './settings.module.css'

interface QueueSettingsProps {
  readonly queue: Queue
  readonly isReadOnly: boolean
}

type NumberKey = Exclude<
  keyof QueueChange,
  | 'name'
  | 'openingHours'
  | 'calledRegion'
  | 'likeQueueId'
  | 'chatSpeeds'
  | 'competences'
  | 'staffingConfidence'
>

interface NumberField {
  readonly key: NumberKey
  readonly unit: Unit
  readonly range: Range
  readonly isOptional: boolean
  /** The paragraph that sets it. */
  readonly source?: MessageKey
  /** Channels for which it means something; all when absent. */
  readonly channels?: readonly string[]
}

/** Answers by post and the like are promised in hours, not in seconds. */
const SLOW = ['email']
/** The order's figures are those of the telephone. */
const LIVE = ['voice']
const SHARE: Range = { min: 0.001, max: 0.999 }
const WRITTEN = ['chat', 'social']

const TARGETS: readonly NumberField[] = [
  {
    key: 'asaTargetSeconds',
    unit: 'second',
    range: { min: 1, max: 86_400 },
    isOptional: true,
    source: 'settings.source.asa',
  },
  { key: 'serviceLevelShare', unit: 'percent', range: SHARE, isOptional: true },
  { key: 'serviceLevelSeconds', unit: 'second', range: { min: 0, max: 864_000 }, isOptional: true },
  {
    key: 'abandonShareTarget',
    unit: 'percent',
    range: SHARE,
    isOptional: true,
    source: 'settings.source.abandon',
  },
  { key: 'maxOccupancy', unit: 'percent', range: { min: 0.01, max: 1 }, isOptional: true },
  {
    key: 'deadlineSeconds',
    unit: 'hour',
    range: { min: 1800, max: 30 * 86_400 },
    isOptional: true,
    channels: ['email', 'callback', 'outbound', 'social'],
  },
]

const PEOPLE: readonly NumberField[] = [
  {
    key: 'patienceSeconds',
    unit: 'minute',
    range: { min: 6, max: 86_400 },
    isOptional: true,
    channels: ['voice', 'video', 'chat', 'social'],
  },
  {
    key: 'redialShare',
    unit: 'percent',
    range: { min: 0, max: 0.99 },
    isOptional: true,
    channels: ['voice', 'video'],
  },
  {
    key: 'redialSeconds',
    unit: 'minute',
    range: { min: 6, max: 86_400 },
    isOptional: true,
    channels: ['voice', 'video'],
  },
  {
    key: 'concurrency',
    unit: 'count',
    range: { min: 1, max: 6 },
    isOptional: false,
    channels: WRITTEN,
  },
  { key: 'shrinkagePlanned', unit: 'percent', range: { min: 0, max: 0.95 }, isOptional: false },
  { key: 'shrinkageUnplanned', unit: 'percent', range: { min: 0, max: 0.95 }, isOptional: false },
]

/** What one queue promises, when it is open, and how people work in it. */
export function QueueSettings({ queue, isReadOnly }: QueueSettingsProps): ReactElement {
  const t = useTranslate()
  const save = useQueueSave(queue)
  return (
    <div className={styles['groups']}>
      <div className={styles['column']}>
        <QueueIdentity queue={queue} isReadOnly={isReadOnly} save={save} />
        <CompetenceNeeds
          needs={queue.competences}
          isReadOnly={isReadOnly}
          onSave={async (competences) => save({ competences }, t('settings.competences'))}
        />
      </div>
      <fieldset className={styles['group']}>
        <legend>{t('settings.targets')}</legend>
        <NumberFields fields={TARGETS} queue={queue} isReadOnly={isReadOnly} save={save} />
        <HalfTarget queue={queue} />
        <ConfidenceSetting
          value={queue.staffingConfidence}
          isReadOnly={isReadOnly}
          onSave={async (staffingConfidence) =>
            save({ staffingConfidence }, t('settings.staffingConfidence'))
          }
        />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('settings.people')}</legend>
        <NumberFields fields={PEOPLE} queue={queue} isReadOnly={isReadOnly} save={save} />
        {WRITTEN.includes(queue.channel) && (
          <ChatSpeedsSetting
            speeds={queue.chatSpeeds}
            isReadOnly={isReadOnly}
            onSave={async (chatSpeeds) => save({ chatSpeeds }, t('settings.chatSpeeds'))}
          />
        )}
      </fieldset>
      <fieldset className={`${styles['group']} ${styles['wide']}`}>
        <legend>{t('settings.hours')}</legend>
        <OpeningHoursEditor
          week={queue.openingHours}
          isReadOnly={isReadOnly}
          onSave={async (week) =>
            save(
              { openingHours: week.map((day) => day.map((opening) => ({ ...opening }))) },
              t('settings.hours'),
            )
          }
        />
      </fieldset>
      {queue.calledRegion !== null && (
        <CalledRegionSetting
          region={queue.calledRegion}
          isReadOnly={isReadOnly}
          onSave={async (calledRegion) => save({ calledRegion }, t('settings.calledRegion'))}
        />
      )}
    </div>
  )
}

interface NumberFieldsProps extends QueueIdentityProps {
  readonly fields: readonly NumberField[]
}

/** Those of the fields that mean something for the queue's channel. */
function NumberFields({ fields, queue, isReadOnly, save }: NumberFieldsProps): ReactElement[] {
  const t = useTranslate()
  return fields
    .filter(({ channels }) => channels?.includes(queue.channel) ?? true)
    .map(({ key, unit, range, isOptional, source }) => (
      <Fragment key={key}>
        <NumberSetting
          label={t(`settings.${key}`)}
          description={t(`settings.queue.${key}.hint`)}
          source={source !== undefined && LIVE.includes(queue.channel) ? t(source) : undefined}
          value={queue[key]}
          unit={unit === 'second' && SLOW.includes(queue.channel) ? 'hour' : unit}
          range={range}
          isOptional={isOptional}
          isReadOnly={isReadOnly}
          onSave={async (value) => save({ [key]: value }, t(`settings.${key}`))}
        />
        {isShrinkage(key) && (
          <LearnedShrinkageNote
            field={key}
            value={queue[key]}
            isReadOnly={isReadOnly}
            onTakeOver={(share) => void save({ [key]: share }, t(`settings.${key}`))}
          />
        )}
        {isLearned(key) && (
          <LearnedSetting
            field={key}
            unit={unit}
            queue={queue}
            isReadOnly={isReadOnly}
            save={save}
          />
        )}
      </Fragment>
    ))
}

function isShrinkage(key: NumberKey): key is 'shrinkagePlanned' | 'shrinkageUnplanned' {
  return key === 'shrinkagePlanned' || key === 'shrinkageUnplanned'
}

/** A service level has two halves; one alone is a target that nobody is held to. */
function HalfTarget({ queue }: { readonly queue: Queue }): ReactElement | null {
  const t = useTranslate()
  const { serviceLevelShare: share, serviceLevelSeconds: seconds } = queue
  if ((share === null) === (seconds === null)) return null
  return <output className={styles['fault']}>{t('settings.serviceLevel.half')}</output>
}

interface QueueIdentityProps extends QueueSettingsProps {
  readonly save: Save<QueueChange>
}

/** What never changes in a queue, its names, and its way out of the plans. */
function QueueIdentity({ queue, isReadOnly, save }: QueueIdentityProps): ReactElement {
  const t = useTranslate()
  const archive = useArchive(queue)
  const channelKey = `channel.${queue.channel}`
  return (
    <fieldset className={styles['group']}>
      <legend>{t('settings.queue.names')}</legend>
      <p className={styles['fact']}>
        {[
          queue.code,
          isMessageKey(channelKey) ? t(channelKey) : queue.channel,
          queue.language === null ? null : t(languageKey(queue.language)),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <NameSettings
        name={queue.name}
        isReadOnly={isReadOnly}
        onSave={async (name) => save({ name }, t('settings.names'))}
      />
      <LikeQueueSetting
        queue={queue}
        isReadOnly={isReadOnly}
        onSave={async (likeQueueId) => save({ likeQueueId }, t('settings.likeQueue'))}
      />
      {!isReadOnly && (
        <Button variant="default" onClick={archive} className={styles['apart']}>
          {t('settings.queue.archive')}
        </Button>
      )}
    </fieldset>
  )
}

function languageKey(code: string): 'language.kk' | 'language.ru' | 'language.en' {
  return code === 'kk' ? 'language.kk' : code === 'ru' ? 'language.ru' : 'language.en'
}
