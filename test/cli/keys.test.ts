import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { getJwks, getUserinfo } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { commandLineOf, jsonOf, type CommandLine } from '#test/support/commandLine.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

type Key = { readonly kid: string; readonly algorithm: string; readonly status: string }

let service: TestService
let latchkey: CommandLine

beforeAll(async () => {
  service = await startService()
  latchkey = commandLineOf(service)
})

afterAll(() => service.stop())

async function listKeys(): Promise<readonly Key[]> {
  return (await jsonOf(latchkey(['keys', 'ls', '--json']))) as readonly Key[]
}

function kidOf(keys: readonly Key[], algorithm: string, wanted: string): string | undefined {
  return keys.find((key) => key.algorithm === algorithm && key.status === wanted)?.kid
}

describe('latchkey keys', () => {
  it('lists the keys that the service publishes, and no private part', async () => {
    const keys = await listKeys()
    expect(keys).toHaveLength(6)
    const { data } = await getJwks({ client: service.as(), throwOnError: true })
    expect(keys.map(({ kid }) => kid).toSorted()).toEqual(data.keys.map(({ kid }) => kid).toSorted())
    const { out } = await latchkey(['keys', 'ls'])
    expect(out).toMatch(/^ALGORITHM +STATUS +SINCE +MADE +KID\nRS256 +active /)
    expect(out + JSON.stringify(keys)).not.toMatch(/private|"d"/)
  })

  it('does not let a key sign that was published a moment ago', async () => {
    const before = await listKeys()
    const refused = await latchkey(['keys', 'rotate', '--json'])
    expect(refused.status).toBe(1)
    expect(refused.err).toMatch(/^latchkey: RS256 was not rotated: .* try again after 20/)
    expect(JSON.parse(refused.out)).toMatchObject({ rotated: [], waiting: ['RS256', 'ES256', 'EdDSA'] })
    expect(await listKeys()).toEqual(before)
  })

  it('rotates one algorithm: what was signed still verifies, and the next key signs', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const before = await listKeys()
    const { access_token } = await obtainTokens(service, person, app)
    await runAsAdmin(
      service.database,
      `update signing_keys set status_since = status_since - interval '1 day'`,
    )

    const rotated = await jsonOf(latchkey(['keys', 'rotate', '--alg', 'ES256', '--json']))
    expect(rotated).toMatchObject({ rotated: ['ES256'], waiting: [] })
    expect(kidOf(rotated.keys, 'ES256', 'active')).toBe(kidOf(before, 'ES256', 'next'))
    expect(kidOf(rotated.keys, 'ES256', 'retiring')).toBe(kidOf(before, 'ES256', 'active'))
    expect(kidOf(rotated.keys, 'RS256', 'active')).toBe(kidOf(before, 'RS256', 'active'))

    service.clock.advance(11)
    await service.running.context.keys.refresh()
    expect(status(await getUserinfo({ client: service.as(access_token) }))).toBe(200)
    const { access_token: later } = await obtainTokens(service, person, app)
    expect(JSON.parse(Buffer.from(later.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
      kid: kidOf(rotated.keys, 'ES256', 'active'),
    })
    expect(status(await getUserinfo({ client: service.as(later) }))).toBe(200)
  })

  it('seals nothing with a secret that is not the service’s', async () => {
    const before = await listKeys()
    const stranger = commandLineOf(service, { LATCHKEY_SECRET: 'n1kWm3yYv0cXQ7dQ4mZr8tPz5uLbG2ae' })
    const refused = await stranger(['keys', 'rotate'])
    expect(refused).toMatchObject({ status: 1, out: '', err: expect.stringContaining('LATCHKEY_SECRET') })
    const elsewhere = commandLineOf(service, { LATCHKEY_DATA_DIR: '/nowhere' })
    expect(await elsewhere(['keys', 'rotate'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('there is no /nowhere/secret'),
    })
    expect(await listKeys()).toEqual(before)
  })

  it('knows its algorithms', async () => {
    expect(await latchkey(['keys', 'rotate', '--alg', 'HS256'])).toMatchObject({ status: 2, out: '' })
  })
})
