import en from '../../locales/en.json'
import kk from '../../locales/kk.json'
import ru from '../../locales/ru.json'

export type Locale = 'kk' | 'ru' | 'en'
export type MessageKey = keyof typeof ru

/** In the order of the language switch. Each name is in its own language. */
export const LOCALES: readonly { readonly id: Locale; readonly name: string }[] = [
  { id: 'kk', name: 'Қазақша' },
  { id: 'ru', name: 'Русский' },
  { id: 'en', name: 'English' },
]

/** ICU messages. A key that Russian has and another language lacks does not compile. */
export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  kk,
  ru,
  en,
}

/** True when there are words for `key`: for keys that are made at run time from a server's code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(ru, key)
}
