import type { Link, LinkPurpose } from '../../domain/account/link.ts'
import type { User } from '../../domain/account/user.ts'
import type { Links } from '../links.ts'
import { storeJob } from './jobs.memory.ts'
import {
  endEverything,
  keyOf,
  newestFirst,
  removeWhere,
  replaceWhere,
  touchUser,
  type Tables,
} from './tables.ts'
import { rowByEmail } from './users.memory.ts'

/** Links that go out by mail, in memory. */
export function linksIn(tables: Tables): Links {
  const { links, users } = tables
  const orderOf = ({ createdAt, hash }: Link) => `${createdAt.toISOString()}${hash.toString('hex')}`
  return {
    async add(link) {
      links.set(keyOf(link.hash), link)
    },
    async replaceOlder(hash, now) {
      const link = links.get(keyOf(hash))
      if (link === undefined) return
      replaceWhere(
        links,
        (each) =>
          each.accountId === link.accountId &&
          each.purpose === link.purpose &&
          each.endedAt === null &&
          orderOf(each) < orderOf(link),
        (each) => ({ ...each, endedAt: now }),
      )
    },
    async find(hash) {
      const link = links.get(keyOf(hash))
      if (link === undefined) return null
      const row = users.get(link.accountId)
      return { link, account: row === undefined ? null : { user: row.user, passwordHash: row.passwordHash } }
    },
    async findRegistration(addressDigests, now) {
      const waiting = [...links.values()].filter(
        (link) =>
          link.purpose === 'verify_email' &&
          link.registration !== null &&
          link.endedAt === null &&
          link.expiresAt > now &&
          addressDigests.some((digest) => digest.equals(link.addressDigest)),
      )
      return newestFirst(waiting, orderOf)[0] ?? null
    },
    ...linkUsesIn(tables),
  }
}

function linkUsesIn(
  tables: Tables,
): Pick<Links, 'resetPassword' | 'createAccount' | 'confirmAddress' | 'changeEmail'> {
  const { links, users } = tables
  return {
    async resetPassword(hash, passwordHash, notice, now) {
      const link = openLink(tables, hash, 'reset_password', now)
      const user = users.get(link?.accountId ?? '')?.user
      if (link === null || user === undefined || user.suspendedAt !== null) return false
      touchUser(tables, user.id, { passwordHash, user: { ...user, emailVerified: true } }, now)
      endEverything(tables, user.id, now, null)
      removeWhere(tables.appPasswords, ({ appPassword }) => appPassword.userId === user.id)
      // Until now nobody had proven the mailbox: whoever registered the address may be a stranger.
      if (!user.emailVerified) {
        removeWhere(tables.passkeys, ({ userId }) => userId === user.id)
        removeWhere(tables.consents, ({ userId }) => userId === user.id)
      }
      storeJob(tables, notice)
      return true
    },
    async createAccount(hash, user, emailKey, passwordHash, now) {
      const link = openLink(tables, hash, 'verify_email', now)
      if (link === null || link.registration === null) return 'useless'
      endLinks(tables, (each) => each.addressDigest.equals(link.addressDigest), now)
      if (rowByEmail(tables, emailKey) !== undefined) return 'exists'
      users.set(user.id, { user, emailKey, passwordHash, profile: {} })
      return 'created'
    },
    async confirmAddress(hash, now) {
      const link = openLink(tables, hash, 'verify_email', now)
      const user = users.get(link?.accountId ?? '')?.user
      if (link === null || link.registration !== null || user === undefined) return false
      links.set(keyOf(hash), { ...link, endedAt: now })
      touchUser(tables, user.id, { user: { ...user, emailVerified: true } }, now)
      return true
    },
    async changeEmail(hash, { email, emailKey }, told, activity, now) {
      const link = openLink(tables, hash, 'change_email', now)
      const holder = users.get(links.get(keyOf(hash))?.accountId ?? '')
      if (holder === undefined) return 'useless'
      if (holder.emailKey !== emailKey && rowByEmail(tables, emailKey) !== undefined) return 'exists'
      if (link === null || !maySignIn(holder.user)) return 'useless'
      touchUser(
        tables,
        holder.user.id,
        { emailKey, user: { ...holder.user, email, emailVerified: true } },
        now,
      )
      endLinks(tables, (each) => each.accountId === link.accountId, now)
      for (const job of told) storeJob(tables, job)
      tables.activities.set(activity.id, activity)
      return 'changed'
    },
  }
}

function endLinks({ links }: Tables, fits: (link: Link) => boolean, now: Date): void {
  replaceWhere(
    links,
    (each) => each.endedAt === null && fits(each),
    (each) => ({ ...each, endedAt: now }),
  )
}

/** A link of this purpose that still works; null: none. */
function openLink({ links }: Tables, hash: Buffer, purpose: LinkPurpose, now: Date): Link | null {
  const link = links.get(keyOf(hash))
  const isOpen = link?.purpose === purpose && link.endedAt === null && link.expiresAt > now
  return isOpen ? link : null
}

function maySignIn({ suspendedAt, deletionRequestedAt }: User): boolean {
  return suspendedAt === null && deletionRequestedAt === null
}
