import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFormToken } from '#src/domain/browser/formToken.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { answerProblems, entries, exampleRequest, wireRequestOf } from '#test/support/contract.ts'
import { createAccountLive, isAccountPage } from '#test/support/liveAccount.ts'
import { createCast, headersOf, type Cast } from '#test/support/matrix.ts'
import { openRegistration } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService
let cast: Cast
beforeAll(async () => {
  const unlimited = { LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' }
  service = await startService({ ...openRegistration, ...unlimited })
  cast = await createCast(service)
})
afterAll(() => service.stop())

const garbage = 'garbage; =; latchkey-browser=garbage; latchkey-session=garbage'
const ledTo = (answer: Answer) => new URL(String(answer.headers['location'])).pathname

async function ask(
  entry: OperationEntry,
  headers: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
) {
  const answer = await send(service.url, wireRequestOf(entry, exampleRequest(entry, values), headers))
  expect(answerProblems(entry, answer)).toEqual([])
  return answer
}

describe.each(entries.filter(isAccountPage))('$id', (entry) => {
  const isForm = entry.method === 'POST'
  const success = isForm ? 303 : 200

  test('leads whoever is not signed in to the sign-in, whatever token they bring, and uses nothing up', async () => {
    const live = await createAccountLive(service, entry)
    const { cookie: _own, ...origin } = live.headers
    for (const actor of cast.actors)
      for (const cookie of [undefined, garbage]) {
        const headers = { ...headersOf(actor, 'authorization'), ...origin }
        const sent = cookie === undefined ? headers : { ...headers, cookie }
        const answer = await ask(entry, sent, live.values)
        expect({ actor: actor.name, cookie, status: answer.status }).toEqual({
          actor: actor.name,
          cookie,
          status: 303,
        })
        expect([ledTo(answer), answer.text]).toEqual(['/signin', ''])
      }
    const own = await ask(entry, { ...live.headers }, live.values)
    expect(own.status).toBe(success)
    if (own.status === 303) expect(ledTo(own)).toMatch(/^\/account/)
  })

  test.runIf(entry.path.includes('{'))('is as good as not there for everybody but its owner', async () => {
    const [live, foreign] = [await createAccountLive(service, entry), await createAccountLive(service, entry)]
    const path = entry.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => live.values[name] ?? '')
    const cookie = /latchkey-session=([\w-]+)/.exec(foreign.headers['cookie'] ?? '')?.[1] ?? ''
    const formToken = makeFormToken(cookie, { purpose: 'account', subject: path })
    const values = { ...live.values, form_token: formToken }
    expect((await ask(entry, { ...foreign.headers }, values)).status).toBe(404)
    expect((await ask(entry, { ...live.headers }, live.values)).status).toBe(success)
  })

  test.runIf(isForm)('refuses its own browser with a form that is not from its page', async () => {
    const live = await createAccountLive(service, entry)
    const foreign = await createAccountLive(service, entry)
    for (const { headers, values } of [
      { headers: { ...live.headers, origin: 'https://evil.example' }, values: live.values },
      { headers: { ...live.headers, origin: 'null' }, values: live.values },
      { headers: { ...live.headers, 'sec-fetch-site': 'cross-site' }, values: live.values },
      { headers: live.headers, values: { ...live.values, form_token: foreign.values['form_token']! } },
    ])
      expect((await ask(entry, { ...headers }, values)).status).toBe(400)
  })

  test.runIf(entry.needsStepUp)('asks for a fresh proof of who is there', async () => {
    const live = await createAccountLive(service, entry)
    service.clock.advance(301)
    const answer = await ask(entry, { ...live.headers }, live.values)
    service.clock.advance(-301)
    expect([answer.status, ledTo(answer)]).toEqual([303, '/signin/again'])
  })
})
