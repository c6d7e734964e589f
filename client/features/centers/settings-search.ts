export const SETTINGS_SECTIONS = ['center', 'queues', 'calendar', 'shifts', 'law', 'rules'] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** What the address of the settings says: which part of them, which queue, what is looked for, and which shift is to be added. */
export interface SettingsSearch {
  readonly section?: SettingsSection
  readonly queue?: string
  readonly find?: string
  /** Code of the kind of shift that a new one is like. */
  readonly shape?: string
  /** When the new one begins, `07:30`. */
  readonly at?: string
}

/** Takes from an address what can be shown, and leaves out the rest. */
export function readSettingsSearch(search: Readonly<Record<string, unknown>>): SettingsSearch {
  const section = SETTINGS_SECTIONS.find((one) => one === search['section'])
  const { queue, find, shape, at } = search
  return {
    ...(section === undefined ? {} : { section }),
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(isText(find) ? { find: String(find) } : {}),
    ...(typeof shape === 'string' && isClock(at) ? { shape, at } : {}),
  }
}

/** An address keeps an article such as 83 as a number. */
function isText(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

function isClock(text: unknown): text is string {
  return typeof text === 'string' && /^([01]\d|2[0-3]):(00|15|30|45)$/u.test(text)
}
