import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useToday } from '../../lib/use-today.ts'
import { personTimeline, type TimelineEntry } from './person-timeline.ts'
import { nameOf, usePeopleAbilities, usePlaces } from './use-people.ts'

import styles from './people.module.css'

interface TimelineSectionProps {
  readonly card: components['schemas']['OperatorCard']
}

/** More than this is history that is seldom asked for. */
const SHOWN = 12
/** Competences of one entry that are named; the whole list stands above. */
const NAMED = 3

/** What happened to a person and what is coming, the newest first. */
export function TimelineSection({ card }: TimelineSectionProps): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const today = useToday()
  const say = useEntryText()
  const [showsAll, setShowsAll] = useState(false)
  const { canSeeRecord: enabled } = usePeopleAbilities()
  const params = { query: { operatorId: card.person.id } }
  const judged = api.useQuery('get', '/api/v1/assessments', { params }, { enabled }).data
  const register = api.useQuery('get', '/api/v1/certificates', { params }, { enabled }).data
  const entries = personTimeline(card, judged?.assessments ?? [], register?.certificates ?? [])
  const shown = showsAll ? entries : entries.slice(0, SHOWN)
  return (
    <section className={styles['section']} aria-label={t('people.timeline')}>
      <h2 className={styles['title']}>{t('people.timeline')}</h2>
      <ol className={styles['timeline']}>
        {shown.map((entry) => {
          const text = say(entry)
          return (
            <li key={`${entry.date} ${text}`} data-ahead={entry.date > today}>
              <time dateTime={entry.date}>{date(entry.date)}</time>
              <span>{text}</span>
            </li>
          )
        })}
      </ol>
      {shown.length < entries.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {t('people.timeline.all', { count: entries.length })}
        </Button>
      )}
    </section>
  )
}

/** Words for an entry, with the centre's own names in them. */
function useEntryText(): (entry: TimelineEntry) => string {
  const { locale, t } = useLocale()
  const date = useDateText()
  const { contracts } = usePlaces()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const names = new Map(known.map(({ code, name }) => [code, name[locale]]))
  const listed = (codes: readonly string[]): string => {
    const told = codes.slice(0, NAMED).map((code) => names.get(code) ?? code)
    const count = codes.length - told.length
    const list = told.join('; ')
    return count === 0 ? list : t('people.timeline.more', { list, count })
  }
  return (entry) => {
    switch (entry.kind) {
      case 'hired':
      case 'left':
        return t(`people.timeline.${entry.kind}`)
      case 'contract':
        return t('people.timeline.contract', { contract: nameOf(contracts, entry.contractCode) })
      case 'absence': {
        const key = `absence.${entry.absence}`
        const absence = isMessageKey(key) ? t(key) : t('absence.other')
        return t('people.timeline.absence', { absence, date: date(entry.toDate) })
      }
      case 'assessment':
        return t('people.timeline.assessment', {
          method: t(`assess.method.${entry.method}`),
          status: t(`assess.status.${entry.status}`),
          competences: listed(entry.codes),
        })
      case 'expires':
        return t('people.timeline.expires', { competences: listed(entry.codes) })
      case 'certificate':
      case 'certificateEnds':
        return t(`people.timeline.${entry.kind}`, { title: entry.title })
    }
  }
}
