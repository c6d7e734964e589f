import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { Providers } from './app/providers.tsx'
import { createQueryClient } from './app/query-client.ts'
import { router } from './app/router.tsx'
import { goToSignIn } from './app/sign-in-address.ts'

const root = document.querySelector('#root')
if (root === null) throw new RangeError('index.html must hold an element with the id "root"')

const queryClient = createQueryClient(() => goToSignIn(router))

createRoot(root).render(
  <StrictMode>
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} context={{ queryClient }} />
    </Providers>
  </StrictMode>,
)
