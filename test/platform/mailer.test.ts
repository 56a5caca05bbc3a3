import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createDevelopmentMailbox } from '#src/platform/developmentMailbox.ts'
import { createMissingMailer, createSmtpMailer, type Mail, type Mailer } from '#src/platform/mailer.ts'
import { startMailbox } from '#test/support/mailbox.ts'

const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const mail: Mail = {
  id: '019c303f-9800-7baa-a189-d5905dc3fe02',
  to: 'ann@example.com',
  subject: 'Grüße',
  text: 'Ein Text mit ünï.\n',
  html: '<p>Ein Text mit ünï.</p>',
  language: 'de',
}

function mailerFor(smtpUrl: string): Mailer {
  const from = Object.freeze({ name: 'Ärger, "GmbH"', address: 'no-reply@auth.example.com' })
  const mailer = createSmtpMailer({ smtpUrl, issuer: 'https://auth.example.com', from })
  closing.push(() => mailer.close())
  return mailer
}

/** Starts a mail server with these habits and returns its address. */
async function startServer(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({ logger: false, closeTimeout: 20, ...options })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  closing.push(() => new Promise<void>((closed) => server.close(closed)))
  return `127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode })
const plain: SMTPServerOptions = { authOptional: true, disabledCommands: ['STARTTLS'] }

describe('a mail', () => {
  it('goes out as it is, with an id of its own, from whom it should', async () => {
    const mailbox = await startMailbox()
    closing.push(() => mailbox.stop())
    expect(await mailerFor(mailbox.url).send(mail)).toBe('accepted')
    const [caught] = mailbox.mails
    expect(caught).toMatchObject({ to: mail.to, from: 'no-reply@auth.example.com', ...pick(mail) })
    const headers = Object.fromEntries(caught!.headers)
    expect(headers).toMatchObject({
      'message-id': '<019c303f-9800-7baa-a189-d5905dc3fe02@auth.example.com>',
      'auto-submitted': 'auto-generated',
      'content-language': 'de',
    })
    expect(headers).not.toHaveProperty('x-mailer')
  })

  it('goes to one mailbox, whatever its address looks like', async () => {
    const mailbox = await startMailbox()
    closing.push(() => mailbox.stop())
    const mailer = mailerFor(mailbox.url)
    for (const to of ['"a, b"@example.com', "o'hara+x=y@example.com", 'zoë@exämple.com'])
      await mailer.send({ ...mail, to }).catch(() => {})
    for (const { to } of mailbox.mails) expect(to).not.toContain(', ')
    expect(mailbox.mails.map(({ to }) => to)).toContain("o'hara+x=y@example.com")
  })

  it('cannot be given other headers by its subject', async () => {
    const mailbox = await startMailbox()
    closing.push(() => mailbox.stop())
    await mailerFor(mailbox.url).send({ ...mail, subject: 'x\r\nBcc: thief@example.com\r\n\r\nbody' })
    expect(mailbox.mails[0]?.headers.has('bcc')).toBe(false)
    expect(mailbox.mails[0]?.to).toBe(mail.to)
  })
})

function pick({ subject, text }: Mail) {
  return { subject, text }
}

describe('a refusal', () => {
  it.each([550, 553, 554])('of the recipient for good is told (%d)', async (code) => {
    const address = await startServer({ ...plain, onRcptTo: (_to, _session, done) => done(refusal(code)) })
    expect(await mailerFor(`smtp://${address}`).send(mail)).toEqual({ refused: `SMTP ${code}` })
  })

  it('of the message for good is told', async () => {
    const address = await startServer({
      ...plain,
      onData: (stream, _session, done) => stream.on('end', () => done(refusal(552))).resume(),
    })
    expect(await mailerFor(`smtp://${address}`).send(mail)).toEqual({ refused: 'SMTP 552' })
  })

  it.each([421, 450, 451])('for now is thrown (%d)', async (code) => {
    const address = await startServer({ ...plain, onRcptTo: (_to, _session, done) => done(refusal(code)) })
    await expect(mailerFor(`smtp://${address}`).send(mail)).rejects.toThrow()
  })

  it('to speak to us at all is thrown: it says nothing about the mail', async () => {
    const address = await startServer({ ...plain, onConnect: (_session, done) => done(refusal(554)) })
    await expect(mailerFor(`smtp://${address}`).send(mail)).rejects.toThrow()
  })
})

describe('a server', () => {
  it('gets user and password as the URL spells them', async () => {
    const seen: unknown[] = []
    const address = await startServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push({ username, password })
        done(null, { user: 'x' })
      },
    })
    expect(await mailerFor(`smtp://us%40er:p%2F%3Aw@${address}`).send(mail)).toBe('accepted')
    expect(seen).toEqual([{ username: 'us@er', password: 'p/:w' }])
  })

  it('that refuses the login does not make the mail hopeless', async () => {
    const address = await startServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535)),
    })
    await expect(mailerFor(`smtp://user:wrong@${address}`).send(mail)).rejects.toMatchObject({
      code: 'EAUTH',
    })
  })

  it('elsewhere has to offer TLS, unless that was waived', async () => {
    const address = await startServer(plain)
    // Another spelling of this machine, which is none of its names.
    const elsewhere = address.replace('127.0.0.1', '0.0.0.0')
    await expect(mailerFor(`smtp://${elsewhere}`).send(mail)).rejects.toThrow(/STARTTLS|TLS/)
    expect(await mailerFor(`smtp://${elsewhere}?tls=none`).send(mail)).toBe('accepted')
  })

  it('has to prove its name with a certificate', async () => {
    const address = await startServer({ authOptional: true, secure: true })
    await expect(mailerFor(`smtps://${address}`).send(mail)).rejects.toThrow(/certificate/i)
    const startTls = await startServer({ authOptional: true })
    await expect(mailerFor(`smtp://${startTls}`).send(mail)).rejects.toThrow(/certificate/i)
  })

  it('that is not there is thrown at once', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await new Promise((closed) => server.close(closed))
    const begun = performance.now()
    await expect(mailerFor(`smtp://127.0.0.1:${port}`).send(mail)).rejects.toMatchObject({ code: 'ESOCKET' })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

describe('without a server', () => {
  it('every mail waits in production', async () => {
    await expect(createMissingMailer().send(mail)).rejects.toThrow('SMTP_URL is not set')
  })

  it('the latest hundred lie in the mailbox of development, and each is printed with its link', async () => {
    const printed: string[] = []
    const moment = new Date('2026-02-06T00:00:00Z')
    const mailbox = createDevelopmentMailbox({
      clock: { now: () => moment },
      print: (line) => printed.push(line),
    })
    await mailbox.mailer.send({ ...mail, text: 'Open this:\nhttp://localhost:8787/x?token=y\n' })
    for (let count = 0; count < 100; count++) await mailbox.mailer.send({ ...mail, subject: `mail ${count}` })
    expect(mailbox.list()).toHaveLength(100)
    expect(mailbox.list()[0]).toEqual({ ...mail, subject: 'mail 99', sentAt: moment })
    expect(mailbox.list().at(-1)?.subject).toBe('mail 0')
    expect(printed[0]).toBe('mail to ann@example.com: Grüße\n  http://localhost:8787/x?token=y')
    expect(printed[1]).toBe('mail to ann@example.com: mail 0')
  })
})
