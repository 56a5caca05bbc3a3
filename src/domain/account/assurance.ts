import type { User } from './user.ts'

/**
 * How sure we are who signed in (`acr`, OpenID Connect Core §2): by one factor, or by two (NIST SP 800-63B-4 §2.1, §2.2). Told
 * from what was really shown, never from what the account could have shown.
 */
export const acrValues = ['aal1', 'aal2'] as const

/** An authentication context class of ours. */
export type Acr = (typeof acrValues)[number]

/** The class of a sign-in by its methods (RFC 8176 §2): `mfa` stands among them when two factors were shown. */
export function acrOf(amr: readonly string[]): Acr {
  return amr.includes('mfa') ? 'aal2' : 'aal1'
}

/** What the account itself asks for. */
export function requiredAcr({ secondFactors }: Pick<User, 'secondFactors'>): Acr {
  return secondFactors.length > 0 ? 'aal2' : 'aal1'
}

/** Tells whether a sign-in by these methods is at least that sure. */
export function satisfiesAcr(amr: readonly string[], acr: Acr): boolean {
  return acrValues.indexOf(acrOf(amr)) >= acrValues.indexOf(acr)
}

/** The methods of two proofs together: one after the other, of two kinds, they are `mfa` (RFC 8176 §2). */
export function joinMethods(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second, 'mfa'])]
}
