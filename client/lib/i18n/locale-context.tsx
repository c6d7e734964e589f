import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'

import { type Locale, LOCALES } from './catalogue.ts'
import { createFormat, type Format } from './format.ts'
import { type Translate, translatorOf } from './translate.ts'

interface LocaleState {
  readonly locale: Locale
  readonly t: Translate
  readonly setLocale: (locale: Locale) => void
}

const LocaleContext = createContext<LocaleState | null>(null)
const TimeZoneContext = createContext<string | null>(null)
const FormatContext = createContext<Format | null>(null)

const STORAGE_KEY = 'kezek.locale'

/** The language that was chosen in this browser; null when none was. */
export function rememberedLocale(): Locale | null {
  const tag = localStorage.getItem(STORAGE_KEY)
  return LOCALES.find(({ id }) => id === tag)?.id ?? null
}

/** The language that was chosen here before, else the browser's first that we speak, else Russian. */
function initialLocale(): Locale {
  const remembered = rememberedLocale()
  if (remembered !== null) return remembered
  for (const tag of navigator.languages) {
    const known = LOCALES.find(({ id }) => tag === id || tag.startsWith(`${id}-`))
    if (known !== undefined) return known.id
  }
  return 'ru'
}

interface LocaleProviderProps {
  /** Overrides what was remembered, e.g. with the language stored for the user. */
  readonly locale?: Locale
  readonly children: ReactNode
}

/** Gives words to everything below. Keeps the choice in this browser and on `<html lang>`. */
export function LocaleProvider({ locale: given, children }: LocaleProviderProps): ReactElement {
  const [locale, setState] = useState<Locale>(() => given ?? initialLocale())
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const setLocale = useCallback((next: Locale) => {
    localStorage.setItem(STORAGE_KEY, next)
    setState(next)
  }, [])
  const state = useMemo(() => ({ locale, t: translatorOf(locale), setLocale }), [locale, setLocale])
  return <LocaleContext value={state}>{children}</LocaleContext>
}

interface CentreTimeProviderProps {
  /** IANA zone of the centre. */
  readonly timeZone: string
  readonly children: ReactNode
}

/** Every time below is shown on this centre's clock, wherever the reader is. */
export function CentreTimeProvider({ timeZone, children }: CentreTimeProviderProps): ReactElement {
  const { locale, t } = useLocale()
  // One for the whole page: it remembers what it has read of the zone, and its number formats.
  const format = useMemo(() => createFormat(locale, timeZone, t), [locale, timeZone, t])
  return (
    <TimeZoneContext value={timeZone}>
      <FormatContext value={format}>{children}</FormatContext>
    </TimeZoneContext>
  )
}

export function useLocale(): LocaleState {
  const state = use(LocaleContext)
  if (state === null) throw new RangeError('useLocale must be called below LocaleProvider')
  return state
}

export function useTranslate(): Translate {
  return useLocale().t
}

export function useTimeZone(): string {
  const timeZone = use(TimeZoneContext)
  if (timeZone === null) throw new RangeError('useTimeZone must be called below CentreTimeProvider')
  return timeZone
}

export function useFormat(): Format {
  const format = use(FormatContext)
  if (format === null) throw new RangeError('useFormat must be called below CentreTimeProvider')
  return format
}
