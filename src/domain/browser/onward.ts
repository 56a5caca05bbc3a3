/** Where a page at the end of a way leads on: to the app that waits, into the account, or to the sign-in before it. */
export type Onward = {
  readonly to: 'app' | 'account' | 'signIn'
  readonly href: string
  /** the name of the app that waits; null: none does */
  readonly app: string | null
}
