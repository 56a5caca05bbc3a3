import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { confirmPasswordReset, requestPasswordReset } from '../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startMailbox, tokenIn, type Mailbox, type MailServerMode } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'

let mailbox: Mailbox
let service: TestService

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
})

afterEach(() => mailbox.set('accepting'))

afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

function ask(email: string) {
  return requestPasswordReset({ client: service.as(), body: { email } })
}

function confirm(token: string) {
  return confirmPasswordReset({ client: service.as(), body: { token, password: 'another password' } })
}

/** Lets every job be tried whose pause ends within so many seconds. */
async function pass(seconds: number): Promise<void> {
  service.clock.advance(seconds)
  await service.running.jobs.idle()
}

async function jobsWhere(condition: string): Promise<readonly Record<string, unknown>[]> {
  return runAsAdmin(service.database, `select * from jobs where ${condition} order by created_at`)
}

async function timed(call: () => Promise<{ readonly data?: unknown; readonly response?: Response }>) {
  const begun = performance.now()
  const answer = await call()
  return { status: status(answer), data: answer.data, ms: performance.now() - begun }
}

/** The middle one of so many measurements. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

describe.each<MailServerMode>(['gone', 'deferring'])('while the mail server is %s', (mode) => {
  it('the answer and its time are the same, and the mail comes when the server is back', async () => {
    const { email } = await signUp(service)
    await mailbox.set(mode)
    const answer = await timed(() => ask(email))
    expect(answer).toMatchObject({ status: 200, data: { message: 'Password reset email sent' } })
    expect(answer.ms).toBeLessThan(1_000)
    await service.running.jobs.idle()
    await pass(7)
    await pass(13)
    const [waiting] = await jobsWhere('run_at is not null')
    expect(waiting).toMatchObject({ attempts: 3, failure: expect.stringMatching(/./) })
    expect(String(waiting?.['failure'])).not.toContain(email)

    await mailbox.set('accepting')
    // An outage longer than a link lives: the time of this one begins when its mail is handed over.
    await pass(3600)
    const [mail] = await mailbox.mailsTo(email)
    await service.running.jobs.idle()
    expect(await jobsWhere('run_at is not null')).toEqual([])
    expect(status(await confirm(tokenIn(mail!)))).toBe(200)
    await service.running.jobs.idle()
  })

  it('a link that was mailed before works on', async () => {
    const { email } = await signUp(service)
    await ask(email)
    const [mail] = await mailbox.mailsTo(email)
    await service.running.jobs.idle()
    await mailbox.set(mode)
    await ask(email)
    await service.running.jobs.idle()
    expect(status(await confirm(tokenIn(mail!)))).toBe(200)
    await mailbox.set('accepting')
    await pass(10)
  })
})

describe('while the mail server is gone', () => {
  it('known and unknown addresses take the same time', async () => {
    const { email } = await signUp(service)
    await mailbox.set('gone')
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 30; round++) {
      times.known.push((await timed(() => ask(email))).ms)
      times.unknown.push((await timed(() => ask(`nobody-${round}@example.com`))).ms)
    }
    // Only a gross difference fails here, on a machine that does other things: `make bench` measures.
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(25)
    await mailbox.set('accepting')
    await pass(600)
    await mailbox.mailsTo(email, 5)
  })
})

describe('a mailbox that does not exist', () => {
  it('is not tried again: the mail lies as a dead letter, and its link is of no use to anybody', async () => {
    const { email } = await signUp(service)
    await mailbox.set('refusing')
    const offered = mailbox.offered()
    await ask(email)
    await service.running.jobs.idle()
    await pass(3600)
    expect(mailbox.offered()).toBe(offered + 1)
    expect(await jobsWhere('failed_at is not null')).toMatchObject([
      { kind: 'deliverMail', failure: 'SMTP 550', run_at: null, attempts: 1 },
    ])
    expect(service.log.join('')).toContain('a job was given up')
    expect(service.log.join('')).not.toContain(email)
    await mailbox.mailsTo(email, 0)
  })
})
