import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPkce, signUp } from '#test/support/actors.ts'
import { authorizationDoors, heard, requestAt, type Door } from '#test/support/authorizationDoors.ts'
import { registerParty, visit, type Party } from '#test/support/logout.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let party: Party
let idToken: string
let own: readonly Door[]
let foreign: readonly Door[]

beforeAll(async () => {
  service = await startService()
  party = await registerParty(service)
  const here = await visit(service)
  idToken = (await here.signInTo(party)).id_token
  own = await authorizationDoors(service, here.person, party.app_id)
  foreign = await authorizationDoors(service, await signUp(service), party.app_id)
})

afterAll(() => service.stop())

/** What each way in answers to a request with this hint, without asking anybody. */
async function answers(doors: readonly Door[], hint: string) {
  const pkce = { code_challenge: createPkce().challenge, code_challenge_method: 'S256' }
  const request = requestAt(party.app_id, { ...pkce, id_token_hint: hint, prompt: 'none' })
  const told = await Promise.all(doors.map(({ ask }) => ask(request)))
  return told.map(heard).map((answer) => answer.get('error') ?? (answer.has('code') ? 'a code' : 'nothing'))
}

describe('id_token_hint (OpenID Connect Core §3.1.2.1)', () => {
  it('gets the answer of whom it names, and of nobody else, at every way in', async () => {
    expect(await answers(own, idToken)).toEqual(['a code', 'a code', 'a code'])
    expect(await answers(foreign, idToken)).toEqual(['login_required', 'login_required', 'login_required'])
  })

  it('is no credential: one that is none of ours, or was made for another app, is ignored', async () => {
    const [header, payload] = idToken.split('.')
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`
    const other = (await (await visit(service)).signInTo(await registerParty(service))).id_token
    for (const hint of ['', 'x', unsigned, `${header}.${payload}.AAAA`, other])
      expect(await answers(foreign, hint)).toEqual(['a code', 'a code', 'a code'])
  })
})
