export const SETTINGS_SECTIONS = ['center', 'queues', 'calendar', 'shifts', 'law', 'rules'] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** What the address of the settings says: which part of them, which queue, and what is looked for. */
export interface SettingsSearch {
  readonly section?: SettingsSection
  readonly queue?: string
  readonly find?: string
}

/** Takes from an address what can be shown, and leaves out the rest. */
export function readSettingsSearch(search: Readonly<Record<string, unknown>>): SettingsSearch {
  const section = SETTINGS_SECTIONS.find((one) => one === search['section'])
  return {
    ...(section === undefined ? {} : { section }),
    ...(typeof search['queue'] === 'string' ? { queue: search['queue'] } : {}),
    ...(isText(search['find']) ? { find: String(search['find']) } : {}),
  }
}

/** An address keeps an article such as 83 as a number. */
function isText(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}
