import { refuse, type Refusal } from '../refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../timestamp.ts'
import type { User } from './user.ts'

/** A passkey of an account: a key pair whose private half stays with its owner's devices (Web Authentication §4, credential record). */
export type Passkey = {
  /** UUIDv7; what the API calls it by */
  readonly id: string
  readonly userId: string
  /** what the authenticator calls it by, at most 1023 bytes */
  readonly credentialId: Buffer
  /** COSE_Key (RFC 9052 §7) */
  readonly publicKey: Buffer
  /** signatures made so far, as the authenticator counts them; 0: it does not count */
  readonly counter: number
  /** how a browser may reach the authenticator (Web Authentication §5.8.4) */
  readonly transports: readonly string[]
  /** the model of the authenticator; all zero: it does not say */
  readonly aaguid: string
  /** whether it may be copied to its owner's other devices (backup eligible); never changes */
  readonly synced: boolean
  /** whether it was, when it was last used (backup state) */
  readonly backedUp: boolean
  /** what its owner calls it */
  readonly name: string
  readonly createdAt: Date
  /** null: not yet */
  readonly lastUsedAt: Date | null
}

/** A passkey with the account that it opens. */
export type PasskeyFacts = { readonly passkey: Passkey; readonly user: User }

/** What a new credential turned out to be, once its answer was verified. */
export type NewCredential = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'counter' | 'aaguid' | 'synced' | 'backedUp'
>

/** What an authenticator signed, once the signature was verified; the user was verified too. */
export type Assertion = Pick<Passkey, 'counter' | 'synced' | 'backedUp'>

/** A credential as options name it to a browser. */
export type NamedCredential = Pick<Passkey, 'credentialId' | 'transports'>

/** Passkeys that an account may have: more than anybody has devices, few enough to be named in one answer. */
export const mostPasskeys = 20

/** The answer for a passkey that does not exist, and for one that belongs to somebody else. */
export const noSuchPasskey = refuse('not_found', 'No such passkey', 'passkey unknown or not owned')

/** The answer to whoever wants more passkeys than an account may have. */
export const tooManyPasskeys = refuse(
  'conflict',
  `An account may have ${mostPasskeys} passkeys; delete one first`,
)

/** The answer to a passkey that the account has already: browsers know it from the options and make no second one. */
export const knownPasskey = refuse('conflict', 'The account has this passkey already')

/** The one answer to a new passkey that cannot be kept, whatever was wrong. */
export function notRegistered(reason: string): Refusal {
  return refuse('invalid_request', 'The passkey was not accepted; begin again', reason)
}

/** Transports of Web Authentication §5.8.4; others that a browser names are not kept. */
const knownTransports = ['ble', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

/** What is kept of the transports that a browser names: each known one once, in a fixed order. */
export function keptTransports(named: readonly string[] | undefined): readonly string[] {
  return knownTransports.filter((transport) => named?.includes(transport))
}

/** A passkey as the contract shows it to its owner; the key itself is nobody's business. */
export function presentPasskey({
  id,
  name,
  createdAt,
  lastUsedAt,
  synced,
  backedUp,
  transports,
  aaguid,
}: Passkey) {
  return {
    id,
    name,
    created_at: formatTimestamp(createdAt),
    last_used_at: formatTimestampOrNull(lastUsedAt),
    synced,
    backed_up: backedUp,
    transports: [...transports],
    aaguid,
  }
}
