import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { Providers } from '../app/providers.tsx'
import { AppShell } from '../app/shell/app-shell.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { GALLERY, type GalleryView } from './gallery-views.tsx'
import { NOW_MS, TIME_ZONE } from './made-up-week.ts'

/**
 * Components with made-up data, to be looked at: `npm run dev`, then
 * `/client/dev/gallery.html?view=schedule-week&locale=kk&scheme=dark`. It is no part of the build.
 */
const wanted = new URLSearchParams(location.search)
localStorage.setItem('kezek.locale', wanted.get('locale') ?? 'ru')
localStorage.setItem('mantine-color-scheme-value', wanted.get('scheme') ?? 'light')

const view = (wanted.get('view') ?? 'schedule-week') as GalleryView

const rootRoute = createRootRoute({
  component: function Gallery() {
    if (view === 'sign-in') {
      const error = { type: '/problems/credentials-wrong', title: '', status: 401 }
      return <SignInPage isBusy={false} error={error} onSubmit={() => undefined} />
    }
    const View = GALLERY[view]
    return (
      <AppShell
        centre={{ name: 'Өңірлік байланыс орталығы', timeZone: TIME_ZONE, isSample: true }}
        user={{ name: 'Сәуле Ермекова', role: 'Планировщик' }}
        steps={[
          { stage: 'history', state: 'upToDate' },
          { stage: 'forecast', state: 'stale' },
          { stage: 'requirement', state: 'upToDate' },
          { stage: 'schedule', state: 'needsYou' },
        ]}
        commands={[]}
        nowMs={NOW_MS}
        onSignOut={() => undefined}
      >
        <View />
      </AppShell>
    )
  },
})

const paths = ['/history', '/forecast', '/requirement', '/schedule', '/settings']
const routeTree = rootRoute.addChildren(
  paths.map((path) => createRoute({ getParentRoute: () => rootRoute, path })),
)
const page = view.split('-')[0] ?? ''
const history = createMemoryHistory({
  initialEntries: [paths.includes(`/${page}`) ? `/${page}` : '/schedule'],
})
const router = createRouter({ routeTree, history })

const root = document.querySelector('#root')
if (root === null) throw new RangeError('gallery.html must hold an element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router as never} />
    </Providers>
  </StrictMode>,
)
