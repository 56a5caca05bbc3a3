import { expect } from 'vitest'
import {
  confirmPasswordReset,
  confirmTotp,
  createAppPassword,
  createSession,
  deleteAccount,
  enrolTotp,
  getAccount,
  getUserinfo,
  listAppPasswords,
  login,
  register,
  requestPasswordReset,
  revokeToken,
  type AppRegistrationResponse,
  type Client,
} from '../../client/index.ts'
import { obtainTokens, password, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { thingOf } from '#test/support/deeds.ts'
import { codeOf } from '#test/support/factors.ts'
import type { History } from '#test/support/history.ts'
import { tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import { stageOf, type ServiceProcess } from '#test/support/process.ts'
import { credentialsOf, redeem, refresh, requestCode } from '#test/support/tokens.ts'

/** What the flows have in common: somebody's app, where mails arrive, and what was written down. */
export type Scene = {
  readonly person: Person
  readonly app: AppRegistrationResponse
  readonly mailbox: Mailbox
  readonly history: History
  /** whether a mail to this address still waits in the database to be sent */
  readonly isMailWaiting: () => Promise<boolean>
}

/** What one call of the SDK resolves to. */
type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response }

/** A flow that is about to take its last step: the one request in which the service is killed. */
export type Prepared = {
  readonly ask: (service: ServiceProcess) => Promise<Answer>
  /**
   * Looks at what became of it, in the next life of the service.
   *
   * @param told  the answer, or undefined when none came
   */
  check(service: ServiceProcess, told: Answer | undefined): Promise<void>
}

/** A flow, up to the request that counts. */
export type Flow = (service: ServiceProcess, scene: Scene) => Promise<Prepared>

const isTold = (told: Answer | undefined) => told?.data !== undefined

const enter = (client: Client, { email }: Pick<Person, 'email'>, secret = password) =>
  login({ client, body: { email, password: secret } })

/** Every flow that changes something, by name. */
export const flows: Readonly<Record<string, Flow>> = {
  async register() {
    const email = `${crypto.randomUUID()}@example.com`
    const ask = (service: ServiceProcess) => register({ client: service.as(), body: { email, password } })
    return {
      ask,
      async check(service, told) {
        if (!isTold(told)) expect([201, 409]).toContain(status(await ask(service)))
        expect(status(await enter(service.as(), { email }))).toBe(200)
      },
    }
  },

  async login(service) {
    const person = await signUp(service)
    return {
      ask: (life) => enter(life.as(), person),
      async check(life, told) {
        const { token } = (told?.data ?? (await enter(life.as(), person)).data) as { readonly token: string }
        expect(status(await getAccount({ client: life.as(token) }))).toBe(200)
      },
    }
  },

  async 'asking for a reset link'(service, { mailbox, isMailWaiting }) {
    const person = await signUp(service)
    return {
      ask: (life) => requestPasswordReset({ client: life.as(), body: { email: person.email } }),
      async check(_life, told) {
        if (!isTold(told)) return
        // Its sender may have been killed with it in hand: then it waits for another one.
        const isKept = async () =>
          mailbox.mails.some(({ to }) => to === person.email) || (await isMailWaiting())
        expect(await isKept()).toBe(true)
      },
    }
  },

  async reset(service, { mailbox, history }) {
    const person = await signUp(service)
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    const [mail] = await mailbox.mailsTo(person.email)
    const token = tokenIn(mail!)
    const next = 'another password'
    const ask = (life: ServiceProcess) =>
      confirmPasswordReset({ client: life.as(), body: { token, password: next } })
    return {
      ask(life) {
        for (const [kind, secret] of [
          ['token', person.token],
          ['password', `${person.email}\n${password}`],
        ])
          history.foresee(thingOf(kind!, secret!))
        return ask(life)
      },
      async check(life, told) {
        const again = await ask(life)
        // Changed and used up, or neither: the second time it is one of the two.
        if (isTold(told)) expectRefused(again, 400, 'invalid_grant')
        else expect([200, 400]).toContain(status(again))
        expect(status(await enter(life.as(), person, next))).toBe(200)
        expect(status(await enter(life.as(), person))).toBe(401)
        expectRefused(await getAccount({ client: life.as(person.token) }), 401, 'invalid_token')
      },
    }
  },

  async 'code exchange'(service, { person, app }) {
    const code = await requestCode(stageOf(service), person, app)
    return {
      ask: (life) => redeem(stageOf(life), app, code),
      async check(life, told) {
        const stage = stageOf(life)
        const answer = isTold(told) ? null : await redeem(stage, app, code)
        const { data } = (answer ?? told) as Awaited<ReturnType<typeof redeem>>
        if (data === undefined) expectRefused(answer!, 400, 'invalid_grant')
        else {
          expect(status(await getUserinfo({ client: life.as(data.access_token) }))).toBe(200)
          expect(status(await refresh(stage, app, data.refresh_token))).toBe(200)
        }
        expectRefused(await redeem(stage, app, code), 400, 'invalid_grant')
      },
    }
  },

  async refresh(service, { person, app }) {
    const tokens = await obtainTokens(service, person, app)
    const ask = (life: ServiceProcess) => refresh(stageOf(life), app, tokens.refresh_token)
    return {
      ask,
      async check(life, told) {
        const { data } = await ask(life)
        const known = (told as Awaited<ReturnType<typeof refresh>> | undefined)?.data
        if (known !== undefined) expect(data?.refresh_token).toBe(known.refresh_token)
        expect(status(await refresh(stageOf(life), app, data?.refresh_token))).toBe(200)
        expectRefused(await ask(life), 400, 'invalid_grant')
      },
    }
  },

  async revoke(service, { person, app }) {
    const { access_token, refresh_token = '' } = await obtainTokens(service, person, app)
    const ask = (life: ServiceProcess) =>
      revokeToken({ client: life.as(), body: { token: refresh_token, ...credentialsOf(app) } })
    return {
      ask,
      async check(life, told) {
        if (told?.response?.ok !== true) expect(status(await ask(life))).toBe(200)
        expectRefused(await refresh(stageOf(life), app, refresh_token), 400, 'invalid_grant')
        expectRefused(await getUserinfo({ client: life.as(access_token) }), 401, 'invalid_token')
      },
    }
  },

  async 'app password'(service) {
    const { token } = await signUp(service)
    const ask = (life: ServiceProcess) =>
      createAppPassword({ client: life.as(token), body: { name: 'Phone', scopes: ['read', 'write'] } })
    return {
      ask,
      async check(life, told) {
        const { data: all } = await listAppPasswords({ client: life.as(token), throwOnError: true })
        expect(all.length).toBeLessThanOrEqual(1)
        const { data } = (isTold(told) ? told : await ask(life)) as Awaited<ReturnType<typeof ask>>
        expect(status(await createSession({ client: life.as(data!.app_password) }))).toBeLessThan(300)
      },
    }
  },

  async deletion(service, { history }) {
    const person = await signUp(service)
    return {
      ask(life) {
        history.foresee(thingOf('token', person.token))
        return deleteAccount({ client: life.as(person.token) })
      },
      async check(life, told) {
        const seen = await getAccount({ client: life.as(person.token) })
        if (isTold(told)) expectRefused(seen, 401, 'invalid_token')
        else expect([200, 401]).toContain(status(seen))
        // Within the grace period its owner takes it back.
        expect(status(await enter(life.as(), person))).toBe(200)
      },
    }
  },

  async 'TOTP enrolment'(service) {
    const person = await signUp(service)
    const { secret } = (await enrolTotp({ client: service.as(person.token), throwOnError: true })).data
    const clock = { clock: { now: () => new Date(), advance: () => {} } }
    const confirm = (life: ServiceProcess, seconds: number) =>
      confirmTotp({ client: life.as(person.token), body: { code: codeOf(clock, secret, seconds) } })
    return {
      ask: (life) => confirm(life, 0),
      async check(life, told) {
        const isInUse = status(await enter(life.as(), person)) === 403
        if (isTold(told)) expect(isInUse).toBe(true)
        // Nobody knows: it is in use, or still waits for its first code.
        const { data } = (isInUse ? (told ?? {}) : await confirm(life, 30)) as Partial<
          Awaited<ReturnType<typeof confirm>>
        >
        const [code = codeOf(clock, secret, 30)] = data?.recovery_codes ?? []
        const body = { email: person.email, password, code }
        expectRefused(await enter(life.as(), person), 403, 'mfa_required')
        expect(status(await login({ client: life.as(), body }))).toBe(200)
        expect(status(await login({ client: life.as(), body }))).toBe(401)
      },
    }
  },
}
