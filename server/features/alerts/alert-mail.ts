import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { say } from '#server/platform/i18n/messages.ts'

import type { Alert } from './alerts.schema.ts'

/** What a mail needs to know of where it comes from. */
export interface MailSource {
  readonly centerName: Text3
  readonly timezone: string
  /** By id, as callers know them. */
  readonly queueNames: ReadonlyMap<string, Text3>
  /** Where the service is found: `https://kezek.example.kz`. */
  readonly serviceUrl: string
}

type Words = Readonly<Record<Alert['kind'] | 'grows', Text3>>

/** The same sentences as on the page of alerts. Kazakh texts await review by a native speaker. */
const SENTENCES: Words = {
  wait: {
    kk: '{name}: {when} күту шамамен {value}, шегі {threshold}',
    ru: '{name}: {when} ожидание около {value} при пределе {threshold}',
    en: '{name}: {when} a wait of about {value}, limit {threshold}',
  },
  grows: {
    kk: '{name}: {when} кезек өсе береді',
    ru: '{name}: {when} очередь будет только расти',
    en: '{name}: {when} the line only grows',
  },
  lost: {
    kk: '{name}: {when} жолданымдардың {value} жоғалады, шегі {threshold}',
    ru: '{name}: {when} потеряем {value} обращений при пределе {threshold}',
    en: '{name}: {when} {value} of contacts will be lost, limit {threshold}',
  },
  staffing: {
    kk: '{name}: {when} {people} адам жетіспейді',
    ru: '{name}: {when} не хватает {people, plural, one {# человека} other {# человек}}',
    en: '{name}: {when} {people, plural, one {# person is} other {# people are}} missing',
  },
  feed_silent: {
    kk: '{name} дереккөзі {since} бері үнсіз',
    ru: 'Источник {name} молчит с {since}',
    en: 'Feed {name} has been silent since {since}',
  },
  person_out: {
    kk: '{name} {since} бері кестеден тыс',
    ru: '{name} не по графику с {since}',
    en: '{name} has been out since {since}',
  },
}
const SECONDS: Text3 = { kk: '{value} с', ru: '{value} с', en: '{value} s' }
const BODY: Text3 = {
  kk: '{sentence}\n\n{center}, {raised}\nӘрекет жасау: {link}\n\nБұл хат ескерту қағидасында аталған адамға жіберілді. Қағида мен тыныш уақыт сол бетте өзгертіледі.\n',
  ru: '{sentence}\n\n{center}, {raised}\nЧто делать: {link}\n\nПисьмо отправлено тому, кто назван в правиле предупреждений. Правило и тихие часы меняются на той же странице.\n',
  en: '{sentence}\n\n{center}, {raised}\nAct on it: {link}\n\nThis was sent to whoever a rule of alerts names. The rule and its quiet hours are changed on the same page.\n',
}

/** What an alert says by mail, in the recipient's language and the centre's time. */
export function alertMail(
  alert: Alert,
  language: Language,
  source: MailSource,
): { readonly subject: string; readonly text: string } {
  const sentence = sentenceOf(alert, language, source)
  const { centerName, serviceUrl, timezone } = source
  const text = say(BODY, language, {
    sentence,
    center: centerName[language],
    raised: clock(alert.raisedAt, language, timezone),
    link: new URL('/today/alerts', serviceUrl).href,
  })
  return { subject: `Kezek: ${sentence}`, text }
}

function sentenceOf(
  { kind, subject, detail, threshold }: Alert,
  language: Language,
  { queueNames, timezone }: MailSource,
): string {
  const time = (instant: string | null): string =>
    instant === null ? '' : clock(instant, language, timezone)
  const value = detail.value ?? 0
  return say(SENTENCES[detail.value === null ? 'grows' : kind], language, {
    name: queueNames.get(subject)?.[language] ?? detail.name,
    when: `${time(detail.from)}–${time(detail.to)}`,
    since: time(detail.from),
    people: value,
    value: quantity(kind, value, language),
    threshold: quantity(kind, threshold, language),
  })
}

function quantity(kind: Alert['kind'], value: number, language: Language): string {
  if (kind !== 'lost') return say(SECONDS, language, { value: Math.round(value) })
  const style = { style: 'percent', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, style).format(value)
}

function clock(instant: string, language: Language, timeZone: string): string {
  const style = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, style).format(Date.parse(instant))
}
