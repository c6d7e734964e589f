import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export type Feed = components['schemas']['Feed']
export type FeedKind = Feed['kind']

export const FEED_KINDS = [
  'asterisk_ami',
  'queue_log',
  'freeswitch',
  'finesse',
  'http',
] as const satisfies readonly FeedKind[]

/** Does news come from the telephone systems? */
export function feedsAnswer(feeds: readonly Feed[], t: Translate): Answer {
  const used = feeds.filter(({ archived }) => !archived)
  if (used.length === 0) return { text: t('feeds.answer.none'), tone: 'unknown' }
  // One that has never said anything is being set up, not cut off.
  const isNew = ({ health }: Feed): boolean => health.lastHeardAt === null
  const silent = used.filter((feed) => feed.health.silent && !isNew(feed))
  if (silent.length > 0) return { text: t('feeds.answer.silent', codesOf(silent)), tone: 'under' }
  const awaited = used.filter(isNew)
  if (awaited.length > 0) {
    return { text: t('feeds.answer.awaited', codesOf(awaited)), tone: 'unknown' }
  }
  if (used.some(({ health }) => health.missingSinceSnapshot > 0)) {
    return { text: t('feeds.answer.gaps'), tone: 'unknown' }
  }
  return { text: t('feeds.answer.well'), tone: 'covered' }
}

function codesOf(feeds: readonly Feed[]): { readonly feeds: string } {
  return { feeds: feeds.map(({ code }) => code).join(', ') }
}

/** Whole seconds between 5 and a day; undefined for anything else. */
export function silenceOf(text: string): number | undefined {
  const seconds = Number(text)
  const isWithin = Number.isInteger(seconds) && seconds >= 5 && seconds <= 86_400
  return text.trim() !== '' && isWithin ? seconds : undefined
}

const CONNECT: Readonly<Record<FeedKind, string>> = {
  asterisk_ami: 'KEZEK_AMI_SECRET=… kezek feed asterisk --host HOST --user NAME',
  queue_log: 'kezek feed queue-log --file /var/log/asterisk/queue_log',
  freeswitch: 'KEZEK_ESL_SECRET=… kezek feed freeswitch --host HOST',
  finesse: 'KEZEK_FINESSE_PASSWORD=… kezek feed finesse --address URL --team ID --user NAME',
  http: '',
}

/** What is typed beside the telephone system to send its events here; an address for one's own sender. */
export function connectionOf(kind: FeedKind, key: string, service: string): string {
  if (kind === 'http') {
    return `POST ${service}/api/v1/feeds/events\nAuthorization: Bearer ${key}`
  }
  return `KEZEK_FEED_KEY=${key} ${CONNECT[kind]} --service ${service}`
}
