/**
 * Where it is about midday at an hour of UTC: a day looked at there has hours behind it and before it.
 * The sign of such a zone is turned round: `Etc/GMT-5` is five hours ahead of Greenwich.
 */
export function zoneAtNoon(utcHour: number): string {
  const ahead = 12 - utcHour
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}
