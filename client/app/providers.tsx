import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './tokens.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'

import { LocaleProvider } from '../lib/i18n/locale-context.tsx'
import { theme } from './theme.ts'

interface ProvidersProps {
  readonly queryClient: QueryClient
  readonly children: ReactNode
}

/** What every page stands on: look, words, and the cache of what the server said. */
export function Providers({ queryClient, children }: ProvidersProps): ReactElement {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <LocaleProvider>
          <Notifications position="bottom-right" />
          {children}
        </LocaleProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
