import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { expect } from 'vitest'

/**
 * What the mail server says to mails.
 *
 * - `accepting`: takes them.
 * - `deferring`: not now (451).
 * - `refusing`: never (550).
 * - `gone`: nobody listens.
 */
export type MailServerMode = 'accepting' | 'deferring' | 'refusing' | 'gone'

/** A mail as it came over the wire. */
export type CaughtMail = {
  /** the recipient of the envelope */
  readonly to: string
  readonly from: string
  readonly headers: ReadonlyMap<string, string>
  readonly subject: string
  readonly text: string
  readonly html: string
  /** exactly as it came */
  readonly raw: string
}

/** A real mail server that delivers nothing. */
export type Mailbox = {
  /** `SMTP_URL` of it */
  readonly url: string
  /** every mail taken so far, in the order in which they came */
  readonly mails: readonly CaughtMail[]
  /** how often a mail was handed over, taken or not */
  readonly offered: () => number
  set(mode: MailServerMode): Promise<void>
  /** The mails of one address: waits until there are so many, and fails when there are more. */
  mailsTo(address: string, count?: number): Promise<readonly CaughtMail[]>
  stop(): Promise<void>
}

/** Starts a mail server on a free port of the loopback interface, which it keeps through every mode. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: CaughtMail[] = []
  let mode: MailServerMode = 'accepting'
  let offered = 0
  let port = 0

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    offered += 1
    const raw = await buffer(stream)
    if (mode === 'deferring') throw answer(451, 'try again later')
    if (mode === 'refusing') throw answer(550, 'no such mailbox')
    mails.push(await read(raw, session))
  }
  const open = async () => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: callbackify(take),
      logger: false,
      // Clients keep their connections open: nobody waits for them.
      closeTimeout: 20,
    })
    // A client that goes away in the middle of a sentence is none of the test's business.
    server.on('error', () => {})
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
    return server
  }
  let server: SMTPServer | null = await open()
  const shut = async () => {
    const closing = server
    server = null
    await new Promise<void>((closed) => (closing === null ? closed() : closing.close(closed)))
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    offered: () => offered,
    async set(next) {
      mode = next
      if (next === 'gone') await shut()
      else server ??= await open()
    },
    async mailsTo(address, count = 1) {
      const found = () => mails.filter(({ to }) => to === address)
      await expect.poll(() => found().length, { timeout: 10_000, interval: 10 }).toBe(count)
      return found()
    },
    stop: shut,
  }
}

/** The link in a mail: the same one in both of its forms. */
export function linkIn({ text, html }: CaughtMail): URL {
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link)
  expect(links).toHaveLength(1)
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link)).toEqual(links)
  return new URL(links[0]!)
}

/** The token of the link in a mail. */
export function tokenIn(mail: CaughtMail): string {
  return linkIn(mail).searchParams.get('token') ?? ''
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

async function read(raw: Buffer, { envelope }: SMTPServerSession): Promise<CaughtMail> {
  const email: Email = await PostalMime.parse(raw)
  return {
    to: envelope.rcptTo.map(({ address }) => address).join(', '),
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    headers: new Map(email.headers.map(({ key, value }) => [key, value])),
    subject: email.subject ?? '',
    // The line that ends a part of a message belongs to its frame.
    text: (email.text ?? '').replace(/\n$/, ''),
    html: email.html ?? '',
    raw: raw.toString(),
  }
}
