import { describe, expect, it } from 'vitest'

import {
  connectionOf,
  type Feed,
  feedsAnswer,
  silenceOf,
} from '../../../../../client/features/feeds/feeds.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const FEED: Feed = {
  id: 'f',
  code: 'pbx',
  kind: 'http',
  silentAfterSeconds: 90,
  stateNames: {},
  queueNames: {},
  archived: false,
  health: {
    lastHeardAt: '2026-11-25T06:00:00.000Z',
    lastEventAt: null,
    silent: false,
    missingBatches: 3,
    missingSinceSnapshot: 0,
    batches: 1,
    accepted: 0,
    duplicates: 0,
    late: 0,
    outOfOrder: 0,
    clockAhead: 0,
    unknownAgents: 0,
    unknownStates: 0,
    contacts: 0,
    unknownQueues: 0,
  },
}
const withHealth = (health: Partial<Feed['health']>): Feed => ({
  ...FEED,
  health: { ...FEED.health, ...health },
})

describe('feedsAnswer', () => {
  it.each([
    ['nothing is known without a feed', [], 'unknown'],
    ['nothing is known of one that was stopped', [{ ...FEED, archived: true }], 'unknown'],
    ['all is well, gaps before a snapshot forgotten', [FEED], 'covered'],
    ['one is silent', [FEED, withHealth({ silent: true })], 'under'],
    ['one is being set up', [withHealth({ silent: true, lastHeardAt: null })], 'unknown'],
    ['something never came', [withHealth({ missingSinceSnapshot: 1 })], 'unknown'],
  ] as const)('says that %s', (_, feeds, tone) => {
    expect(feedsAnswer(feeds, t).tone).toBe(tone)
  })
})

describe('silenceOf', () => {
  it.each([
    ['5', 5],
    ['86400', 86_400],
    ['4', undefined],
    ['86401', undefined],
    ['7.5', undefined],
    ['', undefined],
    ['soon', undefined],
  ])('reads %j as %j', (text, seconds) => {
    expect(silenceOf(text)).toBe(seconds)
  })
})

describe('connectionOf', () => {
  it('tells the key and the service, whatever the telephone system', () => {
    for (const kind of ['http', 'asterisk_ami', 'queue_log', 'freeswitch', 'finesse'] as const) {
      const text = connectionOf(kind, 'KEY', 'https://kezek.example')
      expect(text).toContain('KEY')
      expect(text).toContain('https://kezek.example')
    }
  })
})
