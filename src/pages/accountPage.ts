import type { ShownAccount } from '../domain/account/account.ts'
import type { shownActivity } from '../domain/account/activity.ts'
import type { shownAppPassword } from '../domain/account/appPassword.ts'
import type { PasswordProblem } from '../domain/account/password.ts'
import type { presentPasskey } from '../domain/account/passkey.ts'
import type { creationOptions } from '../domain/account/passkeyOptions.ts'
import type { profileTexts, PostalAddress } from '../domain/account/profile.ts'
import type { sessionView } from '../domain/account/sessionView.ts'
import type { PageNotice } from '../domain/browser/notice.ts'
import type { LifetimeChoice } from '../domain/lifetimeChoice.ts'
import type { shownConnection } from '../domain/oauth/connectedApp.ts'
import type { DeveloperPages } from './developerPages.ts'
import { renderPage } from './render.ts'
import type { View } from './view.ts'

/** What stands around every page of an account. */
export type AccountFrame = {
  readonly email: string
  /** what URLs of ours start with */
  readonly issuer: string
  readonly notice: PageNotice | null
  readonly formToken: (path: string) => string
}

/** Fields of the profile as they stand in its form: the claims that are text, and the parts of the address. */
export type ProfileFields = {
  readonly [Member in (typeof profileTexts)[number] | keyof PostalAddress]?: string | null | undefined
}

/** What each page speaks about, by the name of its template. */
export type AccountPages = DeveloperPages & {
  account: {
    readonly account: ShownAccount
    /** how many go on */
    readonly sessions: number
  }
  accountProfile: {
    readonly profile: ProfileFields
    /** what is wrong, by field: the name of the words for it */
    readonly wrong: Readonly<Record<string, string>>
    readonly picture: string | null
    /** null: nothing is wrong with the picture that was chosen */
    readonly wrongImage: string | null
    /** time zones to choose from */
    readonly zones: readonly string[]
  }
  accountSessions: { readonly sessions: readonly ReturnType<typeof sessionView>[] }
  accountPassword: {
    /** the current one, or what is wrong with the new one; null: neither */
    readonly wrong: 'current' | PasswordProblem | null
    readonly minCharacters: number
  }
  accountEmail: { readonly typed: string; readonly wrong: 'address' | 'often' | null }
  accountAppPasswords: { readonly appPasswords: readonly ReturnType<typeof shownAppPassword>[] }
  accountNewAppPassword: {
    readonly typed: {
      readonly name: string
      readonly read: boolean
      readonly write: boolean
      readonly lifetime: LifetimeChoice
    }
    readonly wrong: 'name' | 'scopes' | 'full' | null
    readonly lifetimes: readonly LifetimeChoice[]
  }
  accountPasskeys: {
    readonly passkeys: readonly ReturnType<typeof presentPasskey>[]
    /** the one whose new name was wrong, with that name; null: none */
    readonly wrong: { readonly id: string; readonly name: string } | null
  }
  accountNewPasskey: {
    /** null: the account has as many as it may */
    readonly begun: {
      readonly challengeId: string
      readonly options: ReturnType<typeof creationOptions>
    } | null
    readonly typed: string
    readonly wrong: 'name' | 'passkey' | null
  }
  accountPasskeyRemoval: { readonly passkey: { readonly id: string; readonly name: string } }
  accountSecondFactor: {
    readonly totp: boolean
    readonly mailed: boolean
    /** whether the address of the account is confirmed */
    readonly isVerified: boolean
    /** how many are left */
    readonly recoveryCodes: number
  }
  accountTotp: {
    /** the secret that waits for its first code; null: none does */
    readonly pending: { readonly secret: string; readonly otpauthUri: string } | null
    /** SVG of ours; empty: none */
    readonly qrCode: string
    readonly wrong: boolean
  }
  accountRecoveryCodes: { readonly recoveryCodes: number; readonly hasFactor: boolean }
  accountConnectedApps: {
    readonly apps: readonly ReturnType<typeof shownConnection>[]
    /** where the list goes on; null: nowhere */
    readonly next: string | null
  }
  accountHistory: {
    readonly activities: readonly (ReturnType<typeof shownActivity> & { readonly device: string })[]
    readonly next: string | null
  }
  accountExport: Record<string, never>
  accountDeletion: {
    /** days until it is carried out; 0: at once */
    readonly graceDays: number
    readonly typed: string
    readonly wrong: boolean
  }
}

/** Renders a page of an account. */
export function renderAccountPage<Name extends keyof AccountPages>(
  name: Name,
  page: AccountPages[Name],
  { email, issuer, notice, formToken }: AccountFrame,
  view: View,
): string {
  // Where an image of ours is: pages name nothing by its host, which a proxy may call otherwise.
  const pathOf = (url: string) => url.slice(issuer.length)
  return renderPage(name, { ...page, email, notice, formToken, time, list, pathOf }, view)
}

/** Renders the page that says that an account is gone, or will be. @param notice  what was just done; null: nothing is known */
export function renderDeletedPage(notice: PageNotice | null, view: View): string {
  return renderPage('accountDeleted', { notice, date }, view)
}

/** A moment for people, in UTC, and for programs (HTML §4.5.14). @param moment  RFC 3339, or seconds since 1970 */
function time(language: string, moment: string | number): string {
  const at = new Date(typeof moment === 'number' ? moment * 1000 : moment)
  const text = at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return `<time datetime="${at.toISOString()}">${text} UTC</time>`
}

/** A day for people, in UTC. */
function date(language: string, moment: string): string {
  return new Date(moment).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
}

/** Words one after the other, as the language joins them. */
function list(language: string, words: readonly string[]): string {
  return new Intl.ListFormat(language).format(words)
}
