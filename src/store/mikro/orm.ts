import { MikroORM, type Options } from '@mikro-orm/postgresql'
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { TypeOverrides, types } from 'pg'
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
    connect: async () => {
      const client = await database.borrow()
      let failure: unknown
      const lent = {
        processID: (client as { processID?: number }).processID,
        query: async (text: string, values: readonly unknown[]) => {
          // A rollback after a timeout would only wait behind the statement that timed out.
          if (failure !== undefined && isBroken(failure)) throw failure
          try {
            return await database.trace(verbOf(text), () =>
              client.query({ text, values: [...values], types: ormTypes }),
            )
          } catch (error) {
            failure = error
            throw error
          }
        },
        release: () => database.giveBack(client, failure),
      }
      return lent as unknown as PostgresPoolClient
    },
    end: async () => {},
  } as PostgresPool
}

/** What a statement of MikroORM does. Its text may hold what was asked for, and is told to nobody. */
function verbOf(text: string): string {
  const verb = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i.exec(text)?.[1]
  return `mapped ${verb?.toLowerCase() ?? 'statement'}`
}
