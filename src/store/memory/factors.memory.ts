import type { SecondFactor } from '../../domain/account/user.ts'
import { emailCodeTries } from '../../domain/account/emailCode.ts'
import type { FactorRecord, Factors } from '../factors.ts'
import type { MfaChallenges } from '../mfaChallenges.ts'
import { isOverQuota, storeJob } from './jobs.memory.ts'
import { keyOf, touchUser, type Tables } from './tables.ts'

/** Second factors in memory. */
export function factorsIn(tables: Tables): Factors {
  const { totpFactors, recoveryCodes } = tables
  return {
    summary: async (userId) => ({ recoveryCodes: recoveryCodes.get(userId)?.size ?? 0 }),
    async enrolTotp(factor) {
      if ((totpFactors.get(factor.userId)?.confirmedAt ?? null) !== null) return false
      totpFactors.set(factor.userId, { ...factor, lastStep: null })
      return true
    },
    findTotp: async (userId) => totpFactors.get(userId) ?? null,
    async confirmTotp({ userId, sealedSecret, step, recoveryHashes, session }, record, now) {
      const factor = totpFactors.get(userId)
      if (factor === undefined || factor.confirmedAt !== null || !factor.sealedSecret.equals(sealedSecret))
        return false
      totpFactors.set(userId, { ...factor, confirmedAt: now, lastStep: step })
      relist(tables, userId, 'totp', true, now)
      recoveryCodes.set(userId, new Set(recoveryHashes.map(keyOf)))
      const own = tables.sessions.get(session.id)
      if (own?.userId === userId && own.endedAt === null)
        tables.sessions.set(own.id, { ...own, amr: session.amr })
      storeRecord(tables, record)
      return true
    },
    async removeTotp(userId, record, now) {
      if ((totpFactors.get(userId)?.confirmedAt ?? null) === null) return false
      totpFactors.delete(userId)
      relist(tables, userId, 'totp', false, now)
      storeRecord(tables, record)
      return true
    },
    async acceptStep({ userId, sealedSecret }, step) {
      const factor = totpFactors.get(userId)
      const isNew = factor !== undefined && (factor.lastStep === null || factor.lastStep < step)
      if (!isNew || factor.confirmedAt === null || !factor.sealedSecret.equals(sealedSecret)) return false
      totpFactors.set(userId, { ...factor, lastStep: step })
      return true
    },
    async setEmail(userId, on, record, now) {
      const user = tables.users.get(userId)?.user
      if (user === undefined || (on && !user.emailVerified)) return false
      if (on === user.secondFactors.includes('email')) return true
      relist(tables, userId, 'email', on, now)
      storeRecord(tables, record)
      return true
    },
    ...codesIn(tables),
  }
}

function codesIn(
  tables: Tables,
): Pick<Factors, 'addEmailCode' | 'useEmailCode' | 'replaceRecoveryCodes' | 'useRecoveryCode'> {
  const { recoveryCodes, emailCodes } = tables
  return {
    async addEmailCode(code, mail, quota) {
      if (isOverQuota(tables, mail, quota)) return 'full'
      storeJob(tables, mail)
      emailCodes.set(code.userId, { ...code, tries: 0 })
      return 'added'
    },
    async useEmailCode(userId, hashes, now) {
      const code = emailCodes.get(userId)
      if (code === undefined || code.tries >= emailCodeTries || code.expiresAt <= now) return false
      const isRight = hashes.some((hash) => hash.equals(code.hash))
      emailCodes.set(userId, { ...code, tries: isRight ? emailCodeTries : code.tries + 1 })
      return isRight
    },
    async replaceRecoveryCodes(userId, hashes) {
      if ((tables.users.get(userId)?.user.secondFactors ?? []).length === 0) return false
      recoveryCodes.set(userId, new Set(hashes.map(keyOf)))
      return hashes.length > 0
    },
    useRecoveryCode: async (userId, hash) => recoveryCodes.get(userId)?.delete(keyOf(hash)) ?? false,
  }
}

/** Sign-ins between password and second factor, in memory. */
export function mfaChallengesIn({ mfaChallenges, users }: Tables): MfaChallenges {
  const factsOf = (hash: Buffer) => {
    const challenge = mfaChallenges.get(keyOf(hash))
    return challenge === undefined ? null : { challenge, user: users.get(challenge.userId)!.user }
  }
  return {
    async open(challenge) {
      if (users.has(challenge.userId)) mfaChallenges.set(keyOf(challenge.hash), challenge)
    },
    find: async (hash) => factsOf(hash),
    async countTry(hash) {
      const challenge = mfaChallenges.get(keyOf(hash))
      if (challenge !== undefined)
        mfaChallenges.set(keyOf(hash), { ...challenge, tries: challenge.tries + 1 })
      return factsOf(hash)
    },
    async consume(hash, now) {
      const challenge = mfaChallenges.get(keyOf(hash))
      if (challenge === undefined || challenge.consumedAt !== null || challenge.expiresAt <= now) return false
      mfaChallenges.set(keyOf(hash), { ...challenge, consumedAt: now })
      return true
    },
  }
}

/** Changes the list of an account's factors, in which each stands once; with the last go the recovery codes. */
function relist(tables: Tables, userId: string, factor: SecondFactor, isOn: boolean, now: Date): void {
  const { user } = tables.users.get(userId)!
  const others = user.secondFactors.filter((each) => each !== factor)
  const secondFactors = isOn ? [...others, factor] : others
  touchUser(tables, userId, { user: { ...user, secondFactors } }, now)
  if (secondFactors.length === 0) tables.recoveryCodes.delete(userId)
  if (!secondFactors.includes('email')) tables.emailCodes.delete(userId)
}

function storeRecord(tables: Tables, { notice, activity }: FactorRecord): void {
  storeJob(tables, notice)
  tables.activities.set(activity.id, activity)
}
