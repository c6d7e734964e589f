import type { Locale } from '../../lib/i18n/catalogue.ts'

export const CHANNELS = [
  'voice',
  'chat',
  'email',
  'social',
  'video',
  'callback',
  'outbound',
] as const
export type Channel = (typeof CHANNELS)[number]

/** As the form holds it. */
export interface QueueDraft {
  readonly code: string
  readonly name: Readonly<Record<Locale, string>>
  readonly channel: Channel
  /** Empty for a queue of any language. */
  readonly language: Locale | ''
}

export type QueueFault = 'code' | 'name'

const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/
const WORKDAY = [{ fromMinutes: 9 * 60, toMinutes: 18 * 60 }]

/** Short, in Latin letters: what history files name things by. */
export function isCode(text: string): boolean {
  return CODE.test(text.trim())
}

/** What is wrong with the draft; nothing when it can be sent. */
export function queueFaults({ code, name }: QueueDraft): QueueFault[] {
  const isNamed = Object.values(name).some((text) => text.trim() !== '')
  return [...(isCode(code) ? [] : (['code'] as const)), ...(isNamed ? [] : (['name'] as const))]
}

/** The queue as the API takes it: open on working days until somebody says otherwise. */
export function newQueue({ code, name, channel, language }: QueueDraft) {
  return {
    code: code.trim(),
    name: wholeName(name),
    channel,
    language: language === '' ? null : language,
    openingHours: Array.from({ length: 7 }, (_, day) => (day < 5 ? WORKDAY : [])),
  }
}

/** A language that was left out is named as the first that was not, Russian before the others. */
export function wholeName(name: Readonly<Record<Locale, string>>): Record<Locale, string> {
  const given = [name.ru, name.kk, name.en].map((text) => text.trim()).find((text) => text !== '')
  const of = (text: string): string => (text.trim() === '' ? (given ?? '') : text.trim())
  return { kk: of(name.kk), ru: of(name.ru), en: of(name.en) }
}
