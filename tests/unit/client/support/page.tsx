import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'

import { theme } from '../../../../client/app/theme.ts'
import type { Locale } from '../../../../client/lib/i18n/catalogue.ts'
import { CentreTimeProvider, LocaleProvider } from '../../../../client/lib/i18n/locale-context.tsx'

/** Renders what a page would hold: with words, look, and the clock of Almaty. */
export function renderOnPage(content: ReactNode, locale: Locale = 'ru') {
  const onPage = (inner: ReactNode) => (
    <MantineProvider theme={theme} env="test">
      <LocaleProvider locale={locale}>
        <CentreTimeProvider timeZone="Asia/Almaty">{inner}</CentreTimeProvider>
      </LocaleProvider>
    </MantineProvider>
  )
  const { rerender } = render(onPage(content))
  return { rerender: (next: ReactNode) => rerender(onPage(next)) }
}

/** The fake DOM lays nothing out; virtual lists draw nothing in a box without a height. */
export function giveBoxesHeight(heightPx: number): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get: () => heightPx,
  })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', {
    configurable: true,
    get: () => 1200,
  })
}
