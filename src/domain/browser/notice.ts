/** What a page of the account says about what was just done there, by the names that the words have in the catalogues. */
export const noticeNames = [
  'profile_saved',
  'avatar_saved',
  'avatar_removed',
  'password_changed',
  'password_weak',
  'email_requested',
  'session_ended',
  'sessions_ended',
  'app_password_created',
  'app_password_removed',
  'passkey_added',
  'passkey_renamed',
  'passkey_removed',
  'totp_added',
  'totp_removed',
  'email_codes_on',
  'email_codes_off',
  'recovery_codes_made',
  'consent_revoked',
  'deletion_requested',
  'account_deleted',
  'app_registered',
  'app_saved',
  'app_removed',
  'secret_added',
  'secret_removed',
  'logo_saved',
  'logo_removed',
] as const

/** One of them. */
export type NoticeName = (typeof noticeNames)[number]

/** What the next page says, once. */
export type PageNotice = {
  readonly name: NoticeName
  /** what is shown this once: a new secret, or new recovery codes, each on a line; null: nothing */
  readonly secret: string | null
}

/** Seconds for which a notice waits for its page: the browser comes at once. */
const noticeSeconds = 120

/** Writes a notice down, with the end of its time: name, end and secret on lines of their own. */
export function formatNotice({ name, secret }: PageNotice, now: Date): Buffer {
  const endsAtSeconds = Math.floor(now.getTime() / 1000) + noticeSeconds
  return Buffer.from([name, endsAtSeconds, ...(secret === null ? [] : [secret])].join('\n'))
}

/** Reads what `formatNotice` wrote; null when its time is over. */
export function parseNotice(bytes: Buffer, now: Date): PageNotice | null {
  const [name = '', endsAtSeconds = '', ...secret] = bytes.toString().split('\n')
  const isInTime = Number(endsAtSeconds) * 1000 > now.getTime()
  if (!isNoticeName(name) || !isInTime) return null
  return { name, secret: secret.length === 0 ? null : secret.join('\n') }
}

/** What a notice is sealed under: the session and the page that it is for, so that no other shows it. */
export function noticeLabel(sessionId: string, path: string): string {
  return `notice ${sessionId} ${path}`
}

function isNoticeName(name: string): name is NoticeName {
  return (noticeNames as readonly string[]).includes(name)
}
