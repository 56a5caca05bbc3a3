/** Mails that tell the owner of an account what has happened to it. They go to the address as it was, and have no link. */
export const notices = [
  'passwordChanged',
  'passwordReplaced',
  'emailChangeRequested',
  'emailReplaced',
  'emailGiven',
  'deletionRequested',
  'deletionCancelled',
  'accountDeleted',
  'secondFactorAdded',
  'secondFactorRemoved',
  'passkeyAdded',
  'passkeyRemoved',
] as const

/** One of them. */
export type Notice = (typeof notices)[number]

/** A mail that somebody's request is the cause of: what is known at that moment. The rest is looked up when it is delivered. */
export type MailOrder = {
  /** as it was typed by whoever asked, or as the account has it */
  readonly email: string
  /** the header of the request, which picks the language; null: English */
  readonly acceptLanguage: string | null
} & (
  | { readonly mail: 'resetPassword' }
  | {
      readonly mail: 'signInCode'
      readonly code: string
      /** ISO 8601: a mail that would arrive later is not sent */
      readonly expiresAt: string
    }
  | {
      readonly mail: Notice
      /** what its words speak about, by the name of the place */
      readonly values?: Readonly<Record<string, string>>
    }
  | { readonly mail: 'resendVerification' }
  | {
      readonly mail: 'verifyRegistration'
      /** the id that the account will have */
      readonly accountId: string
      /** the `Registration`, sealed, base64 */
      readonly registration: string
    }
  | {
      readonly mail: 'changeEmail'
      /** the account that is to have the address */
      readonly accountId: string
    }
)

/** Tells whether a mail is nothing but a notice. */
export function isNotice(order: MailOrder): order is Extract<MailOrder, { readonly mail: Notice }> {
  return (notices as readonly string[]).includes(order.mail)
}

/** A record, so that one which is forgotten does not compile: what is not named here outlives the account. */
const otherMails: Readonly<Record<Exclude<MailOrder['mail'], Notice>, true>> = {
  resetPassword: true,
  resendVerification: true,
  verifyRegistration: true,
  changeEmail: true,
  signInCode: true,
}

/** Every mail that can be ordered. */
export const mailNames: readonly string[] = [...notices, ...Object.keys(otherMails)]

/** How many mails of one kind an address gets in a while, whoever asks for them: a mailbox is no target. */
export const mailQuota = { most: 5, seconds: 3600 } as const

/** As much of an `Accept-Language` header as picks a language, to be kept until the mail is written. */
export function keptLanguages(acceptLanguage: string | undefined): string | null {
  return acceptLanguage?.slice(0, 200) ?? null
}
