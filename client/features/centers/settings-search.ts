export const SETTINGS_SECTIONS = ['center', 'queues', 'calendar', 'shifts', 'rules'] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** What the address of the settings says: which part of them, and which queue. */
export interface SettingsSearch {
  readonly section?: SettingsSection
  readonly queue?: string
}

/** Takes from an address what can be shown, and leaves out the rest. */
export function readSettingsSearch(search: Readonly<Record<string, unknown>>): SettingsSearch {
  const section = SETTINGS_SECTIONS.find((one) => one === search['section'])
  return {
    ...(section === undefined ? {} : { section }),
    ...(typeof search['queue'] === 'string' ? { queue: search['queue'] } : {}),
  }
}
