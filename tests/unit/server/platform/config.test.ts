import { describe, expect, it } from 'vitest'

import { ConfigError, readConfig } from '#server/platform/config.ts'

describe('the mail server in the environment', () => {
  const read = (url?: string, from?: string) =>
    readConfig({ KEZEK_SMTP_URL: url, KEZEK_MAIL_FROM: from }).mail

  it('is taken with the sender, or is none', () => {
    const url = 'smtps://kezek:secret@mail.example.kz:465'
    expect(read()).toBeUndefined()
    expect(read('', '')).toBeUndefined()
    expect(read(url, 'Kezek <kezek@example.kz>')).toEqual({ url, from: 'Kezek <kezek@example.kz>' })
  })

  it('is refused when a half of it is missing or wrong, without saying the password', () => {
    expect(() => read('smtp://mail', undefined)).toThrow(/KEZEK_MAIL_FROM must be/)
    expect(() => read(undefined, 'kezek@example.kz')).toThrow(/KEZEK_SMTP_URL must be/)
    expect(() => read('http://name:secret@mail', 'kezek@example.kz')).toThrow(ConfigError)
    expect(() => read('http://name:secret@mail', 'kezek@example.kz')).not.toThrow(/secret/)
  })
})
