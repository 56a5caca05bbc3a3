import { createHmac } from 'node:crypto'
import { networkOf } from '../address.ts'
import { after } from '../moment.ts'
import { refuse, type Refusal } from '../refusal.ts'

/**
 * Under what an attempt to sign in is counted: MACs, so that the counters tell neither addresses nor accounts, and exist
 * whether or not the account does.
 */
export type GuessKeys = {
  /** this account from this network */
  readonly pair: Buffer
  /** this account from everywhere */
  readonly account: Buffer
  /** this network at every account */
  readonly network: Buffer
}

/** How the counters stand, the attempt that is being made included. */
export type Guesses = {
  /** attempts at this account from this network since the last success; forgotten a day after the last of them */
  readonly pair: number
  /** the attempt before this one; null when it is the first */
  readonly previousAt: Date | null
  /** failures at this account from everywhere in this hour; of one network no more than `pairShare` */
  readonly account: number
  /** failures from this network at all accounts in this hour */
  readonly network: number
  /** when the hour of `network` is over */
  readonly networkLapsesAt: Date
  /** until when this network is one that the owner has signed in from; null: it never was */
  readonly knownUntil: Date | null
}

/** How long counters last, and how much of one network's attempts an account's counter takes. */
export const guessCounting = {
  pairSeconds: 86_400,
  hourSeconds: 3600,
  pairShare: 20,
} as const

/** Seconds for which a network stays known after a sign-in. */
const knownSeconds = 30 * 86_400

/** Failures in an hour from which on an account counts as attacked from many networks, and a network as one that guesses. */
const mostPerAccount = 50
const mostPerNetwork = 100
/** Failures in an hour after which a network is refused, whoever it asks for: as many calls as one address has. */
const endPerNetwork = 1000
/** Attempts at one account from one network after which whoever goes on without waiting is told to stop. */
const endPerPair = 100
/** Wrong codes of a second factor in an hour, from everywhere, after which codes are heard only where the owner is known. */
const mostCodesPerAccount = 20

/** Attempts that are free, and the wait after them, which doubles with each attempt up to the lock. */
type Patience = { readonly free: number; readonly firstSeconds: number }
const usual: Patience = { free: 10, firstSeconds: 1 }
/**
 * While an account is attacked, or a network guesses at many: for everybody but owners in networks they are known to use. A
 * right password at once still gets in.
 */
const wary: Patience = { free: 2, firstSeconds: 60 }
const lockSeconds = 3600

/** Neighbours share a subscriber or a hoster, which gets this much address space as a rule. */
const guessNetwork = { ipv4: 24, ipv6: 48 } as const

/**
 * Makes the keys of an attempt.
 *
 * @param key        derived from `LATCHKEY_SECRET`; with another one all counters begin anew
 * @param emailKey   the normalised address
 * @param address    the IP address that the attempt comes from; IPv4 counts as its /24, IPv6 as its /48
 */
export function guessKeys(key: Buffer, emailKey: string, address: string): GuessKeys {
  const network = networkOf(address, guessNetwork)
  return {
    pair: mac(key, 'pair', emailKey, network),
    account: accountKey(key, emailKey),
    network: mac(key, 'network', network),
  }
}

/** The key of an account's counter by itself: what is left of an account in the counters. */
export function accountKey(key: Buffer, emailKey: string): Buffer {
  return mac(key, 'account', emailKey)
}

/** As JSON no address can be written so that it reads like another kind of counter. */
function mac(key: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest()
}

/** When a network is forgotten in which the owner signs in now. */
export function knownUntil(now: Date): Date {
  return after(now, knownSeconds)
}

/**
 * Whether an attempt's password is looked at, and what is answered in the place of "wrong"; null: nothing is, a wrong
 * password and one that is not looked at read the same.
 */
export type Hearing = { readonly isHeard: boolean; readonly limit: Refusal | null }

/**
 * Decides whether the password of an attempt is looked at.
 *
 * Who guesses at an account from one network waits longer and longer, then is locked out: an hour passes between two attempts
 * that are heard. Others are not concerned, and neither is the owner elsewhere, whose first attempts are always heard.
 *
 * Whoever is not heard is answered like a wrong password, after the same work: an attempt does not show whether it counted.
 * Only who hammers, at one account or at many, is told to stop, by a 429 that depends on the counters alone: they are the
 * same for accounts that exist and others. In a network that is told so an owner who is known there still gets in; a wrong
 * password gets the 429 there too, or it would show whose network this is.
 */
export function decideHearing(guesses: Guesses, now: Date): Hearing {
  const isKnown = guesses.knownUntil !== null && guesses.knownUntil.getTime() > now.getTime()
  const isEnd = guesses.network > endPerNetwork
  const limit = isEnd
    ? tooManyGuesses('network guesses passwords', secondsUntil(guesses.networkLapsesAt, now))
    : null
  if (isEnd && !isKnown) return { isHeard: false, limit }
  const isAttack = guesses.account > mostPerAccount || guesses.network > mostPerNetwork
  const isHeard = hasWaited(guesses, isAttack && !isKnown ? wary : usual, now)
  if (isHeard || limit !== null || guesses.pair <= endPerPair) return { isHeard, limit }
  return { isHeard, limit: tooManyGuesses('account hammered', lockSeconds) }
}

/**
 * Decides whether a code of a second factor is looked at. Whoever shows one has shown the password before, so these counters
 * are no weapon of strangers, and can be stricter: an account under attack hears no codes at all but from networks in which its
 * owner has shown one. Six digits of which three fit would else be found by a crowd of networks.
 *
 * @param guesses  of counters that are of codes only, keyed by the account
 */
export function decideCodeHearing(guesses: Guesses, now: Date): Hearing {
  const isKnown = guesses.knownUntil !== null && guesses.knownUntil.getTime() > now.getTime()
  const isHeard = (isKnown || guesses.account <= mostCodesPerAccount) && hasWaited(guesses, usual, now)
  const isHammered = !isHeard && guesses.pair > endPerPair
  return { isHeard, limit: isHammered ? tooManyGuesses('codes hammered', lockSeconds) : null }
}

/** Whether enough time has passed since the attempt before. */
function hasWaited({ pair, previousAt }: Guesses, { free, firstSeconds }: Patience, now: Date): boolean {
  if (pair <= free || previousAt === null) return true
  const seconds = Math.min(firstSeconds * 2 ** (pair - free - 1), lockSeconds)
  return now.getTime() - previousAt.getTime() >= seconds * 1000
}

function secondsUntil(moment: Date, now: Date): number {
  const seconds = Math.ceil((moment.getTime() - now.getTime()) / 1000)
  return Math.min(Math.max(seconds, 1), guessCounting.hourSeconds)
}

function tooManyGuesses(reason: string, retryAfterSeconds: number): Refusal {
  const description = 'Too many failed sign-ins; try again later'
  return refuse('rate_limit_exceeded', description, reason, { retryAfterSeconds })
}
