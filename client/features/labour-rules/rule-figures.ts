import { clockOf } from '../../lib/clock-minutes.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { LabourRule, RuleFigure, RuleVersion } from './use-labour-rules.ts'

type Words = Pick<Format, 'duration' | 'number'>

/** `42 ч`, `22:00` or a count. */
export function figureText(value: number, unit: RuleFigure['unit'], format: Words): string {
  if (unit === 'count') return format.number(value)
  return unit === 'clock' ? clockOf(value) : format.duration(value * 60)
}

/** `Не короче: 30 мин; не длиннее: 60 мин` */
export function versionText(
  { figures }: Pick<LabourRule, 'figures'>,
  version: Pick<RuleVersion, 'figures'>,
  { locale, format }: { readonly locale: Locale; readonly format: Words },
): string {
  return figures
    .flatMap(({ name, label, unit }) => {
      const value = version.figures[name]
      return value === undefined ? [] : [`${label[locale]}: ${figureText(value, unit, format)}`]
    })
    .join('; ')
}

/** Versions that are still to come into force, the first of them first, without those that change nothing by then. */
export function versionsToCome({
  versions,
  version,
}: Pick<LabourRule, 'versions' | 'version'>): readonly RuleVersion[] {
  const ahead = versions
    .filter((one) => one.version > version)
    .filter(
      (one) =>
        !versions.some((other) => other.version > one.version && startOf(other) <= startOf(one)),
    )
    .toSorted((a, b) => startOf(a).localeCompare(startOf(b)))
  const current = versions.find((one) => one.version === version)
  return ahead.filter((one, at) => !hasSameFigures(one, ahead[at - 1] ?? current))
}

function startOf({ validFrom }: RuleVersion): string {
  return validFrom ?? ''
}

function hasSameFigures(one: RuleVersion, other: RuleVersion | undefined): boolean {
  const names = Object.keys(one.figures)
  return names.every((name) => one.figures[name] === other?.figures[name])
}
