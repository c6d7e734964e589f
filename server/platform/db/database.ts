import type { AlertTables } from './alert-tables.ts'
import type { CentreTables } from './centre-tables.ts'
import type { CompetenceTables } from './competence-tables.ts'
import type { IdentityTables } from './identity-tables.ts'
import type { IntradayTables } from './intraday-tables.ts'
import type { KnowledgeTestTables } from './knowledge-test-tables.ts'
import type { NoticeTables } from './notice-tables.ts'
import type { PaperTables } from './paper-tables.ts'
import type { PeopleTables } from './people-tables.ts'
import type { PlanningTables } from './planning-tables.ts'
import type { RetentionTables } from './retention-tables.ts'
import type { ScheduleTables } from './schedule-tables.ts'
import type { TrainingTables } from './training-tables.ts'

/** Every table, by name. `migrations/` is the authority; `database.test.ts` compares the two. */
export interface Database
  extends
    IdentityTables,
    CentreTables,
    CompetenceTables,
    PeopleTables,
    PlanningTables,
    KnowledgeTestTables,
    NoticeTables,
    AlertTables,
    IntradayTables,
    ScheduleTables,
    TrainingTables,
    PaperTables,
    RetentionTables {}
