import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  claimedClientId,
  decideClientAuthentication,
  parseBasic,
  type PresentedClient,
} from '#src/domain/oauth/clientAuthentication.ts'
import type { Client, ClientCredentials, ClientSecret } from '#src/domain/oauth/client.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import { hashSecret } from '#src/domain/token/secret.ts'
import { anyText, at, codeOf, makeClient, now } from '../facts.ts'

const encode = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const formEncode = (text: string) => new URLSearchParams({ x: text }).toString().slice(2)

describe('Basic header', () => {
  test('of RFC 6749 §2.3.1 is read', () => {
    expect(parseBasic('Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3')).toEqual({
      clientId: 's6BhdRkqt3',
      clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
    })
  })

  test.each<[string, string, string, string]>([
    ['escapes', encode('a%3Ab:s%25%2B'), 'a:b', 's%+'],
    ['plus as space', encode('a+b:c+d'), 'a b', 'c d'],
    ['a colon in the secret', encode('a:b:c'), 'a', 'b:c'],
    ['an empty secret', encode('a:'), 'a', ''],
    ['an empty id', encode(':s'), '', 's'],
    ['the scheme in any case', `bAsIc ${Buffer.from('a:b').toString('base64')}`, 'a', 'b'],
    ['missing padding', encode('ab:c').replace(/=+$/, ''), 'ab', 'c'],
  ])('is read with %s', (_, header, clientId, clientSecret) => {
    expect(parseBasic(header)).toEqual({ clientId, clientSecret })
  })

  test.each([
    ['nothing', ''],
    ['the scheme alone', 'Basic'],
    ['no token', 'Basic '],
    ['another scheme', 'Bearer YTpi'],
    ['a scheme that begins alike', 'BasicX YTpi'],
    ['no colon', encode('ab')],
    ['bad base64', 'Basic !!!!'],
    ['base64url', 'Basic _-8='],
    ['a base64 length that cannot be', 'Basic YTpiY'],
    ['base64 with other spare bits', 'Basic YTp='],
    ['two tokens', 'Basic YTpi YTpi'],
    ['two credentials', 'Basic YTpi, Basic YTpi'],
    ['a bad escape', encode('a:%zz')],
    ['half an escape', encode('a:%2')],
    ['an escape that is no UTF-8', encode('a:%ff')],
    ['bytes that are no UTF-8', `Basic ${Buffer.from([0x61, 0x3a, 0xff]).toString('base64')}`],
    ['an escaped NUL', encode('a%00:b')],
    ['a NUL', encode('a\u0000:b')],
    ['an escaped line break', encode('a:b%0A')],
    ['a letter outside ASCII', encode('a:ö')],
  ])('is refused with %s', (_, header) => expect(parseBasic(header)).toBeNull())

  test('gives back whatever was encoded as RFC 6749 says', () => {
    const text = fc.stringMatching(/^[\x20-\x7e]{0,40}$/)
    fc.assert(
      fc.property(text, text, (clientId, clientSecret) => {
        expect(parseBasic(encode(`${formEncode(clientId)}:${formEncode(clientSecret)}`))).toEqual({
          clientId,
          clientSecret,
        })
      }),
    )
  })

  test('never throws, whatever is in the header', () => {
    fc.assert(
      fc.property(fc.uint8Array(), anyText, (bytes, text) => {
        parseBasic(`Basic ${Buffer.from(bytes).toString('base64')}`)
        parseBasic(text)
        parseBasic(`Basic ${text}`)
      }),
    )
  })
})

function makeSecret(text: string, expiresAt: Date | null = null): ClientSecret {
  return {
    id: `id-of-${text}`,
    name: 'default',
    hash: hashSecret(text),
    createdAt: at(-60),
    expiresAt,
    lastUsedAt: null,
  }
}

function withSecrets(
  changes: Partial<Client> = {},
  secrets = [makeSecret('one'), makeSecret('two', at(60))],
): ClientCredentials {
  return { client: makeClient(changes), secrets }
}

const basic = { clientId: 'app_one', clientSecret: 'one' }
const post = { basic: null, bodyClientId: 'app_one', bodyClientSecret: 'one' }
const bare = { basic: null, bodyClientId: 'app_one' }

describe('client authentication', () => {
  test.each<[string, PresentedClient, Partial<Client>, string | null]>([
    ['a secret in the body', post, {}, 'one'],
    ['a secret by Basic', { basic }, {}, 'one'],
    ['a second secret in the body', { ...post, bodyClientSecret: 'two' }, {}, 'two'],
    ['a second secret by Basic', { basic: { ...basic, clientSecret: 'two' } }, {}, 'two'],
    ['the same id in both places', { basic, bodyClientId: 'app_one' }, {}, 'one'],
    [
      'empty body members, which count as absent',
      { basic, bodyClientId: '', bodyClientSecret: '' },
      {},
      'one',
    ],
    ['Basic where Basic is registered', { basic }, { tokenEndpointAuthMethod: 'client_secret_basic' }, 'one'],
    ['a body where that is registered', post, { tokenEndpointAuthMethod: 'client_secret_post' }, 'one'],
    ['the id of a public app', bare, { tokenEndpointAuthMethod: 'none' }, null],
    [
      'the id of a public app and an empty secret',
      { ...bare, bodyClientSecret: '' },
      { tokenEndpointAuthMethod: 'none' },
      null,
    ],
  ])('proves a client by %s', (_, presented, changes, secret) => {
    const credentials = withSecrets(changes)
    expect(decideClientAuthentication(presented, credentials, now)).toEqual({
      client: credentials.client,
      secret: secret === null ? null : credentials.secrets.find(({ id }) => id === `id-of-${secret}`),
      presentedSecret: secret,
    })
  })

  test.each<[string, PresentedClient, ClientCredentials | null]>([
    ['an unknown client by Basic', { basic }, null],
    ['an unknown client in the body', post, null],
    ['an unknown client without a secret', bare, null],
    ['a wrong secret', { ...post, bodyClientSecret: 'wrong' }, withSecrets()],
    ['a wrong secret by Basic', { basic: { ...basic, clientSecret: 'wrong' } }, withSecrets()],
    ['an empty secret by Basic', { basic: { ...basic, clientSecret: '' } }, withSecrets()],
    ['an empty secret in the body', { ...post, bodyClientSecret: '' }, withSecrets()],
    ['no secret', bare, withSecrets()],
    ['an expired secret', { ...post, bodyClientSecret: 'old' }, withSecrets({}, [makeSecret('old', now)])],
    ['no secret left', post, withSecrets({}, [])],
    [
      'the hash of the secret',
      { ...post, bodyClientSecret: hashSecret('one').toString('hex') },
      withSecrets(),
    ],
    ['a secret in another case', { ...post, bodyClientSecret: 'ONE' }, withSecrets()],
    ['no client_id', { basic: null, bodyClientSecret: 'one' }, null],
    ['an empty client_id', { basic: null, bodyClientId: '', bodyClientSecret: 'one' }, null],
    ['an empty id by Basic', { basic: { clientId: '', clientSecret: 'one' } }, null],
    ['nothing', { basic: null }, null],
    ['a malformed Basic header', { basic: 'malformed', bodyClientId: 'app_one' }, withSecrets()],
    [
      'a malformed Basic header of a public app',
      { basic: 'malformed', bodyClientId: 'app_one' },
      withSecrets({ tokenEndpointAuthMethod: 'none' }),
    ],
    [
      'a body where Basic is registered',
      post,
      withSecrets({ tokenEndpointAuthMethod: 'client_secret_basic' }),
    ],
    [
      'Basic where a body is registered',
      { basic },
      withSecrets({ tokenEndpointAuthMethod: 'client_secret_post' }),
    ],
    ['a public app with a secret it once had', post, withSecrets({ tokenEndpointAuthMethod: 'none' })],
    ['a public app by Basic', { basic }, withSecrets({ tokenEndpointAuthMethod: 'none' })],
    [
      'a public app by Basic with an empty secret',
      { basic: { ...basic, clientSecret: '' } },
      withSecrets({ tokenEndpointAuthMethod: 'none' }),
    ],
    ['the credentials of another client', { ...post, bodyClientId: 'app_two' }, withSecrets()],
  ])('refuses %s in one and the same way', (_, presented, credentials) => {
    expect(decideClientAuthentication(presented, credentials, now)).toMatchObject({
      code: 'invalid_client',
      description: 'Client authentication failed',
    })
  })

  test.each<[string, PresentedClient]>([
    ['Basic and a secret in the body', { basic, bodyClientSecret: 'one' }],
    ['Basic and the same secret in the body', { basic, bodyClientId: 'app_one', bodyClientSecret: 'one' }],
    ['a malformed Basic header and a secret in the body', { ...post, basic: 'malformed' }],
    ['two different ids', { basic, bodyClientId: 'app_two' }],
  ])('refuses %s as an invalid request, whether the client is known or not', (_, presented) => {
    expect(codeOf(decideClientAuthentication(presented, withSecrets(), now))).toBe('invalid_request')
    expect(codeOf(decideClientAuthentication(presented, null, now))).toBe('invalid_request')
  })

  test('keeps what was presented out of every refusal', () => {
    const presented = { basic: null, bodyClientId: 'app_zzz', bodyClientSecret: 'secret_zzz' }
    expect(JSON.stringify(decideClientAuthentication(presented, null, now))).not.toContain('zzz')
  })

  test('never lets a public client or a wrong secret through by any mixture of members', () => {
    const part = fc.constantFrom('', 'app_one', 'app_two', 'one', 'wrong', undefined)
    const header = fc.oneof(
      fc.constantFrom(null, 'malformed' as const),
      fc.record({
        clientId: fc.constantFrom('', 'app_one', 'app_two'),
        clientSecret: fc.constantFrom('', 'one', 'wrong'),
      }),
    )
    const method = fc.constantFrom(
      null,
      'client_secret_basic',
      'client_secret_post',
      'private_key_jwt',
      'none',
    )
    fc.assert(
      fc.property(
        header,
        part,
        part,
        method,
        (basicPart, bodyClientId, bodyClientSecret, tokenEndpointAuthMethod) => {
          const presented = { basic: basicPart, bodyClientId, bodyClientSecret }
          const decided = decideClientAuthentication(presented, withSecrets({ tokenEndpointAuthMethod }), now)
          if (isRefusal(decided)) return
          if ('assertion' in decided) throw new Error('there is no assertion')
          expect(claimedClientId(presented)).toBe('app_one')
          expect(decided.presentedSecret).toBe(tokenEndpointAuthMethod === 'none' ? null : 'one')
        },
      ),
    )
  })
})
