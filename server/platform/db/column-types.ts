import type { ColumnType } from 'kysely'

/** Written as JSON text (node-postgres would turn a list into an SQL array), read as a value. */
export type Json<Value> = ColumnType<Value, string, string>
export type OptionalJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>

export type Language = 'kk' | 'ru' | 'en'

/** One text in the three languages of the service. */
export type Text3 = Readonly<Record<Language, string>>

/** Half-open span of a local day, minutes from midnight; `toMinutes` may be 1440. */
export interface DayOpening {
  readonly fromMinutes: number
  readonly toMinutes: number
}

/** A break of a shift shape: its start lies `fromMinutes`..`toMinutes` after the shift's start. */
export interface Break {
  readonly kind: 'meal' | 'rest' | 'gap'
  readonly lengthMinutes: number
  readonly paid: boolean
  readonly fromMinutes: number
  readonly toMinutes: number
}
