/** A mail that somebody's request is the cause of: what is known at that moment. The rest is looked up when it is delivered. */
export type MailOrder = {
  /** as it was typed by whoever asked, or as the account has it */
  readonly email: string
  /** the header of the request, which picks the language; null: English */
  readonly acceptLanguage: string | null
} & (
  | { readonly mail: 'resetPassword' }
  | { readonly mail: 'passwordChanged' }
  | { readonly mail: 'resendVerification' }
  | {
      readonly mail: 'verifyRegistration'
      /** the id that the account will have */
      readonly accountId: string
      /** the `Registration`, sealed, base64 */
      readonly registration: string
    }
)

/** How many mails of one kind an address gets in a while, whoever asks for them: a mailbox is no target. */
export const mailQuota = { most: 5, seconds: 3600 } as const

/** As much of an `Accept-Language` header as picks a language, to be kept until the mail is written. */
export function keptLanguages(acceptLanguage: string | undefined): string | null {
  return acceptLanguage?.slice(0, 200) ?? null
}
