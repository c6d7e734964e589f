import { type Kysely, sql } from 'kysely'

import type { Database } from './database.ts'

interface Line {
  readonly line: string
}

/**
 * The schema as text, in one order on every machine, so that a change of it is a visible diff:
 * tables with their columns, constraints, indexes, policies, triggers and functions.
 */
export async function schemaSnapshot(db: Kysely<Database>): Promise<string> {
  const parts = await Promise.all(
    [TABLES, CONSTRAINTS, INDEXES, POLICIES, TRIGGERS, FUNCTIONS].map(async (query) =>
      (await query.execute(db)).rows.map(({ line }) => line),
    ),
  )
  const [
    tables = [],
    constraints = [],
    indexes = [],
    policies = [],
    triggers = [],
    functions = [],
  ] = parts
  const section = (title: string, lines: readonly string[]): string =>
    `-- ${title}\n${lines.join('\n')}\n`
  return [
    '-- Made by `npm run generate` from the migrations. Do not edit.\n',
    section('Columns', tables),
    section('Constraints', constraints),
    section('Indexes', indexes),
    section('Policies', policies),
    section('Triggers', triggers),
    section('Functions and procedures', functions),
  ].join('\n')
}

const TABLES = sql<Line>`
  select format('%s.%s %s%s%s', table_name, column_name, data_type,
                case when is_nullable = 'NO' then ' not null' else '' end,
                coalesce(' default ' || column_default, '')) as line
    from information_schema.columns
   where table_schema = 'public' and table_name not like 'kysely_%'
   order by table_name collate "C", ordinal_position`

// PostgreSQL 18 names its not-null constraints in the catalogue, earlier ones do not: columns tell.
const CONSTRAINTS = sql<Line>`
  select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
    from pg_constraint
   where connamespace = 'public'::regnamespace and contype <> 'n'
     and conrelid::regclass::text not like 'kysely_%'
   order by conrelid::regclass::text collate "C", conname collate "C"`

const INDEXES = sql<Line>`
  select indexdef as line from pg_indexes
   where schemaname = 'public' and tablename not like 'kysely_%' order by indexname collate "C"`

const POLICIES = sql<Line>`
  select format('%s: %s for %s to %s using (%s) with check (%s)', tablename, policyname, cmd,
                array_to_string(roles, ','), qual, coalesce(with_check, '')) as line
    from pg_policies where schemaname = 'public'
   order by tablename collate "C", policyname collate "C"`

const TRIGGERS = sql<Line>`
  select pg_get_triggerdef(oid) as line from pg_trigger
   where not tgisinternal order by tgrelid::regclass::text collate "C", tgname collate "C"`

const FUNCTIONS = sql<Line>`
  select format('%s(%s)', proname, pg_get_function_identity_arguments(oid)) as line from pg_proc
   where pronamespace = 'public'::regnamespace order by proname collate "C"`
