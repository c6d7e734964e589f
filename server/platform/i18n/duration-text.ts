import type { Language, Text3 } from '../db/column-types.ts'
import { say } from './messages.ts'

const DURATION: Text3 = {
  en: '{hours, plural, =0 {} other {# h}}{minutes, plural, =0 {} other { # min}}',
  ru: '{hours, plural, =0 {} other {# ч}}{minutes, plural, =0 {} other { # мин}}',
  kk: '{hours, plural, =0 {} other {# сағ}}{minutes, plural, =0 {} other { # мин}}',
}

/** `11 ч 30 мин`; nothing at all is `0 ч`. */
export function durationText(minutes: number, language: Language): string {
  const parts = { hours: Math.floor(minutes / 60), minutes: Math.round(minutes % 60) }
  const text = say(DURATION, language, parts).trim()
  return text === '' ? say({ en: '0 h', ru: '0 ч', kk: '0 сағ' }, language) : text
}
