import type { Application } from '../domain/oauth/application.ts'

/** What of a limit an app has used. */
type Window = {
  readonly limit: number
  readonly used: number
  readonly remaining: number
  /** seconds since 1970; null: nothing is counted yet */
  readonly reset: number | null
}

/** Fields of an app as they stand in its form. Lists are texts of one item a line. */
export type AppFields = {
  readonly name: string
  readonly description: string
  readonly redirectUris: string
  readonly postLogoutRedirectUris: string
  readonly scopes: readonly string[]
  /** whether the app can keep a secret; decided when it is registered */
  readonly kind: 'confidential' | 'public'
}

/** The form of an app, with what is wrong in it. */
export type AppForm = {
  readonly fields: AppFields
  /** what is wrong, by field, in the words of the API */
  readonly wrong: Readonly<Record<string, string>>
  /** scopes that an app may ask for */
  readonly offered: readonly string[]
}

/** What each page for developers speaks about, by the name of its template. */
export type DeveloperPages = {
  developerApps: { readonly apps: readonly Application[]; readonly next: string | null }
  developerNewApp: AppForm & { readonly isFull: boolean }
  developerAppSettings: AppForm & { readonly app: Application }
  developerApp: {
    readonly app: Application
    readonly usesSecret: boolean
    readonly secrets: readonly {
      readonly id: string
      readonly name: string
      readonly createdAt: string
      readonly expiresAt: string | null
      readonly lastUsedAt: string | null
      readonly isExpired: boolean
    }[]
    readonly usage: {
      readonly hour: Window | null
      readonly day: Window | null
      readonly users: number
    }
    readonly lifetimes: readonly string[]
    readonly typed: { readonly name: string; readonly lifetime: string }
    readonly wrongSecret: 'name' | 'full' | null
    /** null: nothing is wrong with the logo that was chosen */
    readonly wrongImage: string | null
  }
  developerAppRemoval: { readonly app: Application; readonly typed: string; readonly wrong: boolean }
}
