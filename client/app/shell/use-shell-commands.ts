import { useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

import { api } from '../../lib/api.ts'
import { type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { useFormat, useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { type PageCommand, useOfferedCommands } from '../../lib/page-commands.ts'
import { weeksWithin } from '../../lib/planning-week.ts'
import { useSectionCommands } from './use-section-commands.ts'
import { useSidePlaces } from './use-side-places.ts'
import { useStages } from './use-stages.ts'

interface ShellCommandsOptions {
  readonly onKeyHelp: () => void
  readonly onLocale: (locale: Locale) => void
  readonly onSignOut: () => void
}

const SCHEMES = ['light', 'dark', 'auto'] as const

/** Everything that Ctrl+K finds: what the page offers first, then places, weeks and preferences. */
export function useShellCommands(options: ShellCommandsOptions): readonly PageCommand[] {
  const { locale, t } = useLocale()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const offered = useOfferedCommands()
  const weeks = useWeekCommands()
  const sections = useSectionCommands()
  const places = [
    ...useStages().map(({ stage, to, label }) => ({ id: stage, to, label })),
    ...useSidePlaces().map(({ to, label }) => ({ id: to, to, label })),
  ]
  return [
    ...offered,
    ...places.map(({ id, to, label }) => ({
      id: `go.${id}`,
      label: t('palette.go', { place: t(label) }),
      run: () => void navigate({ to }),
    })),
    ...sections,
    ...weeks,
    // In its own language: whoever cannot read this one looks for that.
    ...LOCALES.filter(({ id }) => id !== locale).map(({ id, name }) => ({
      id: `language.${id}`,
      label: t('palette.language', { name }),
      run: () => options.onLocale(id),
    })),
    ...SCHEMES.map((scheme) => ({
      id: `scheme.${scheme}`,
      label: t('palette.scheme', { name: t(`shell.scheme.${scheme}`) }),
      run: () => setColorScheme(scheme),
    })),
    { id: 'keys', label: t('shell.keys'), run: options.onKeyHelp },
    { id: 'signOut', label: t('shell.signOut'), run: options.onSignOut },
  ]
}

/** To the schedule of any week that a requirement asks for. */
function useWeekCommands(): PageCommand[] {
  const { t } = useLocale()
  const format = useFormat()
  const timeZone = useTimeZone()
  const navigate = useNavigate()
  const { data } = api.useQuery('get', '/api/v1/requirements')
  const weeks = new Map(
    (data?.requirements ?? [])
      .flatMap((requirement) => weeksWithin(requirement, timeZone))
      .map((week) => [week.date, week]),
  )
  return [...weeks.values()]
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ date, startMs, endMs }) => ({
      id: `week.${date}`,
      label: t('palette.week', { when: `${format.date(startMs)} – ${format.fullDate(endMs - 1)}` }),
      run: () => void navigate({ to: '/schedule', search: { week: date } }),
    }))
}
