import { choice, integer } from './kinds.ts'
import type { Setting } from './setting.ts'

/** Settings about the connections to the database. */
export const databaseSettings = [
  {
    name: 'LATCHKEY_DATABASE_POOL',
    kind: integer(1, 200),
    default: '10',
    description:
      'Connections to the database at most, and thereby requests at work at once (docs/operating.md says how they are shared out).',
  },
  {
    name: 'LATCHKEY_DATABASE_POOLER',
    kind: choice('none', 'transaction'),
    default: 'none',
    description:
      '`transaction`: `DATABASE_URL` leads through a pooler that gives connections away after each transaction, such as PgBouncer with `pool_mode = transaction`; docs/scaling.md.',
  },
] as const satisfies readonly Setting[]
