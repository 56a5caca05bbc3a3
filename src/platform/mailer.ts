/** Loaded where mails are sent: no start without a mail server waits for it. */
const loadLibrary = () => import('nodemailer')

/** A mail to one person. */
export type Mail = {
  /** the same for every attempt to send it, so that a mailbox can tell a repetition; letters, digits and `-` */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** its language, RFC 5646 */
  readonly language: string
}

/** Who a mail is from. */
export type Sender = { readonly name: string; readonly address: string }

/** What became of a mail: taken over by the server, or refused for good with its SMTP code (RFC 5321 §4.2.1). */
export type MailOutcome = 'accepted' | { readonly refused: string }

/** Sends mails. */
export type Mailer = {
  /** Throws when the mail could not be handed over for now: it may be tried again. */
  send(mail: Mail): Promise<MailOutcome>
  close(): void
}

/** No mail can be sent: nothing is configured. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable'
}

/** Connections to the server at once, kept open between mails. */
const connections = 4
/** Each step of SMTP, and the whole of a delivery, in milliseconds. */
const patience = { connect: 5_000, greeting: 5_000, silence: 10_000, delivery: 30_000 } as const

/**
 * Makes the mailer that hands over by SMTP.
 *
 * `smtps:` speaks TLS from the start; `smtp:` has to offer STARTTLS, because links that open accounts are in these mails.
 * Only for a server on this machine, or with `?tls=none`, it may go without.
 *
 * @param smtpUrl  as `config` has checked it
 * @param issuer   the name under which this server greets, and the domain of message ids
 */
export function createSmtpMailer(options: {
  readonly smtpUrl: string
  readonly issuer: string
  readonly from: Sender
}): Mailer {
  const host = new URL(options.issuer).hostname
  const opening = loadLibrary().then(({ createTransport }) =>
    createTransport({
      pool: true,
      ...serverOf(new URL(options.smtpUrl)),
      name: host,
      maxConnections: connections,
      connectionTimeout: patience.connect,
      dnsTimeout: patience.connect,
      greetingTimeout: patience.greeting,
      socketTimeout: patience.silence,
      // A mail never reads files or URLs, whatever a template may say.
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  )
  return {
    async send(mail) {
      const transport = await opening
      try {
        await transport.sendMail({
          ...messageOf(mail, options.from, host),
          // A server that answers in drops runs into no other limit.
          signal: AbortSignal.timeout(patience.delivery),
        })
        return 'accepted'
      } catch (error) {
        const code = refusalOf(error)
        if (code === null) throw error
        return { refused: code }
      }
    },
    close: () => void opening.then((transport) => transport.close()),
  }
}

/**
 * Speaks to the server as far as the login, and sends nothing.
 *
 * @returns whether TLS was used: `tls`; `local` without it, on this machine; `plain` without it, as SMTP_URL asks
 * @throws Error when the server does not answer, does not offer TLS where it has to, or refuses the login
 */
export async function examineSmtp(options: {
  readonly smtpUrl: string
  readonly issuer: string
}): Promise<'tls' | 'local' | 'plain'> {
  const server = serverOf(new URL(options.smtpUrl))
  const { createTransport } = await loadLibrary()
  const transport = createTransport({
    ...server,
    name: new URL(options.issuer).hostname,
    connectionTimeout: patience.connect,
    dnsTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
  })
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
  if (server.secure || server.requireTLS) return 'tls'
  return server.ignoreTLS ? 'plain' : 'local'
}

/** Stands in where no server is configured: every mail waits, like for a server that is down. */
export function createMissingMailer(): Mailer {
  return {
    send: () => Promise.reject(new MailUnavailable('SMTP_URL is not set')),
    close: () => {},
  }
}

function serverOf(url: URL) {
  const secure = url.protocol === 'smtps:'
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  const isPlain = url.searchParams.get('tls') === 'none'
  const auth =
    url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !isLocal && !isPlain,
    ignoreTLS: isPlain,
    tls: { minVersion: 'TLSv1.2' as const },
    ...auth,
  }
}

function messageOf(mail: Mail, from: Sender, host: string) {
  return {
    messageId: `<${mail.id}@${host}>`,
    // A copy: nodemailer writes into it.
    from: { ...from },
    // As an object: a text would be parsed, and could name more than one mailbox.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Content-Language': mail.language,
      // No out-of-office answers (RFC 3834 §5).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  }
}

/**
 * The code of a refusal for good: 5xx about the recipient or the message. A server that refuses to be spoken to (login, TLS,
 * 5xx greeting) says nothing about the mail: whoever runs it will put that right.
 */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return null
  const isAboutMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  const code = Number(error.responseCode)
  return isAboutMail && code >= 500 && code < 600 ? `SMTP ${code}` : null
}
