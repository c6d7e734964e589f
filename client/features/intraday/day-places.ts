/** The pages about the day in the order of their list; `exact`: the others lie below its address. */
export const DAY_PLACES = [
  { to: '/today', label: 'today.section.people', exact: true },
  { to: '/today/hours', label: 'today.section.hours' },
  { to: '/today/exceptions', label: 'today.section.exceptions' },
  { to: '/today/alerts', label: 'today.section.alerts' },
  { to: '/today/figures', label: 'today.section.figures' },
  { to: '/today/policy', label: 'today.section.policies' },
  { to: '/today/feeds', label: 'today.section.feeds' },
] as const
