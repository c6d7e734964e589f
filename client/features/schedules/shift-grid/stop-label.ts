import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { ScaleDay } from '../../../lib/time-scale.ts'
import type { PersonRow, ShiftView, ViolationView } from './shift-grid-model.ts'

/** Says a cell of the grid whole, for those who hear it. */
export interface StopLabel {
  readonly emptyDay: (person: PersonRow, day: ScaleDay) => string
  readonly shift: (
    person: PersonRow,
    shift: ShiftView,
    violations: readonly ViolationView[],
  ) => string
}

export function useStopLabel(): StopLabel {
  const t = useTranslate()
  const format = useFormat()
  return {
    emptyDay: (person, day) => {
      const absence = person.absences.find(
        ({ startMs, endMs }) => startMs < day.endMs && endMs > day.startMs,
      )
      return [person.name, format.longDay(day.startMs), absence?.label ?? t('grid.noShift')].join(
        ', ',
      )
    },
    shift: (person, shift, violations) =>
      [
        person.name,
        format.longDay(shift.startMs),
        format.timeRange(shift.startMs, shift.endMs),
        ...shift.breaks.map((pause) =>
          t(`grid.${pause.kind}`, {
            when: format.timeRange(pause.startMs, pause.endMs),
          }),
        ),
        ...person.training
          .filter(({ startMs, endMs }) => startMs < shift.endMs && endMs > shift.startMs)
          .map(({ label, startMs, endMs }) => `${label} ${format.timeRange(startMs, endMs)}`),
        ...(shift.place.at === 'home' ? [t('workPlace.home')] : []),
        ...(shift.isLocked ? [t('grid.locked')] : []),
        ...(shift.isByHand ? [t('grid.byHand')] : []),
        ...violations.map(({ text }) => text),
      ].join(', '),
  }
}
