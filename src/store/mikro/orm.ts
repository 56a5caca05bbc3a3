import { MikroORM, type Options } from '@mikro-orm/postgresql'
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { TypeOverrides, types, type PoolClient } from 'pg'
import { AccessTokenEntity, RevokedAccessTokenEntity } from './accessToken.entity.ts'
import { ActivityEntity } from './activity.entity.ts'
import { AppPasswordEntity } from './appPassword.entity.ts'
import { AttemptEntity } from './attempt.entity.ts'
import {
  ClientAssertionEntity,
  ClientEntity,
  ClientRegistrationEntity,
  ClientSecretEntity,
} from './client.entity.ts'
import { ConsentEntity } from './consent.entity.ts'
import type { Database } from './database.ts'
import { EmailCodeEntity, MfaChallengeEntity, RecoveryCodeEntity, TotpFactorEntity } from './factor.entity.ts'
import { isBroken } from './failure.ts'
import { CodeEntity, GrantEntity, RefreshTokenEntity } from './grant.entity.ts'
import { AppLogoEntity, AvatarEntity } from './image.entity.ts'
import { JobEntity } from './job.entity.ts'
import { LinkEntity } from './link.entity.ts'
import { OperatorTokenEntity } from './operatorToken.entity.ts'
import { PasskeyChallengeEntity, PasskeyEntity } from './passkey.entity.ts'
import { SealedKeyEntity } from './sealedKey.entity.ts'
import { SessionEntity, SessionTokenEntity } from './session.entity.ts'
import { SigningKeyEntity } from './signingKey.entity.ts'
import { TransactionEntity } from './transaction.entity.ts'
import { UserEntity } from './user.entity.ts'

/** Every entity: together they are the schema, which the migrations must produce. */
const entities = [
  UserEntity,
  SessionEntity,
  SessionTokenEntity,
  ClientEntity,
  ClientSecretEntity,
  ClientRegistrationEntity,
  ClientAssertionEntity,
  ConsentEntity,
  GrantEntity,
  CodeEntity,
  RefreshTokenEntity,
  AccessTokenEntity,
  RevokedAccessTokenEntity,
  SigningKeyEntity,
  SealedKeyEntity,
  TransactionEntity,
  JobEntity,
  LinkEntity,
  AvatarEntity,
  AppLogoEntity,
  TotpFactorEntity,
  RecoveryCodeEntity,
  EmailCodeEntity,
  MfaChallengeEntity,
  AttemptEntity,
  ActivityEntity,
  OperatorTokenEntity,
  AppPasswordEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
]

/** MikroORM wants moments as text, as its own connections would give them; everything else of ours wants `Date`. */
const ormTypes = new TypeOverrides(types)
ormTypes.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => text)

/** MikroORM over the connections of `database`: it has no pool, and so no timeouts, of its own. */
export function openOrm(database: Database, more: Partial<Options> = {}): MikroORM {
  return new MikroORM({
    entities,
    dbName: database.name,
    driverOptions: new PostgresDialect({ pool: poolOf(database) }),
    discovery: { warnWhenNoEntities: true },
    debug: false,
    logger: () => {},
    ...more,
  })
}

function poolOf(database: Database): PostgresPool {
  return {
    connect: async () => lend(await database.borrow(), database) as unknown as PostgresPoolClient,
    end: async () => {},
  } as PostgresPool
}

/**
 * A connection as MikroORM has it. Kysely, through which it asks, never gives back one whose transaction could not be begun or
 * rolled back (`ControlledTransaction`); left there, it would take its place in the pool along, and go on holding its locks. So
 * who fails like that is given back here.
 */
function lend(client: PoolClient, database: Database) {
  let failure: unknown
  let isGivenBack = false
  const giveBack = (reason: unknown) => {
    if (isGivenBack) return
    isGivenBack = true
    database.giveBack(client, reason)
  }
  return {
    processID: (client as { processID?: number }).processID,
    query: async (text: string, values: readonly unknown[]) => {
      const verb = verbOf(text)
      if (isGivenBack) {
        // What is left of the transaction ended with its connection, whose failure is known already.
        if (verb === 'mapped rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] }
        throw failure
      }
      try {
        return await database.trace(verb, () => client.query({ text, values: [...values], types: ormTypes }))
      } catch (error) {
        failure = error
        if (isBroken(error) || verb === 'mapped begin') giveBack(error)
        // Nobody knows where it stands now, so nobody else gets it.
        else if (verb === 'mapped rollback') giveBack(new Error('not rolled back', { cause: error }))
        throw error
      }
    },
    release: () => giveBack(failure),
  }
}

/** What a statement of MikroORM does. Its text may hold what was asked for, and is told to nobody. */
function verbOf(text: string): string {
  const verb = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i.exec(text)?.[1]
  return `mapped ${verb?.toLowerCase() ?? 'statement'}`
}
