import { useNavigate } from '@tanstack/react-router'

import { SETTINGS_SECTIONS } from '../../features/centers/settings-search.ts'
import { DAY_PLACES } from '../../features/intraday/day-places.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PageCommand } from '../../lib/page-commands.ts'
import { usePeoplePlaces } from '../../pages/hr/use-people-places.ts'

/** To what lies below a page: the day's, people's and the settings' own parts; none for those who only work shifts. */
export function useSectionCommands(): PageCommand[] {
  const t = useTranslate()
  const navigate = useNavigate()
  const ofPeople = usePeoplePlaces()
  if (ofPeople.length === 0) return []
  const place = (whole: string, part: string): string =>
    t('palette.go', { place: t('palette.part', { whole, part }) })
  return [
    ...DAY_PLACES.filter(({ to }) => to !== '/today').map(({ to, label }) => ({
      id: `go.${to}`,
      label: place(t('flow.today'), t(label)),
      run: () => void navigate({ to }),
    })),
    ...ofPeople
      .filter(({ to }) => to !== '/people')
      .map(({ to, label }) => ({
        id: `go.${to}`,
        label: place(t('flow.people'), t(label)),
        run: () => void navigate({ to }),
      })),
    ...SETTINGS_SECTIONS.map((section) => ({
      id: `go.settings.${section}`,
      label: place(t('page.settings'), t(`settings.section.${section}`)),
      run: () => void navigate({ to: '/settings', search: { section } }),
    })),
  ]
}
