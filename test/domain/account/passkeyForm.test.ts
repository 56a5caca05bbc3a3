import { describe, expect, it } from 'vitest'
import { parseFormCredential } from '#src/domain/account/passkeyForm.ts'

const good = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: {
    clientDataJSON: 'eyJ9',
    attestationObject: 'o2Nm',
    transports: ['internal'],
    publicKey: 'MFkw',
  },
  clientExtensionResults: {},
}

describe('parseFormCredential', () => {
  it('reads what a browser makes, and leaves out what nobody asked for', () => {
    expect(parseFormCredential(JSON.stringify(good))).toEqual({
      id: 'AAAA',
      rawId: 'AAAA',
      response: { clientDataJSON: 'eyJ9', attestationObject: 'o2Nm', transports: ['internal'] },
    })
  })

  it.each([undefined, 'internal', [1, null, {}], Array.from({ length: 11 }, () => 'usb')])(
    'knows no transports from %j',
    (transports) => {
      const text = JSON.stringify({ ...good, response: { ...good.response, transports } })
      expect(parseFormCredential(text)?.response.transports).toEqual([])
    },
  )

  it.each([
    undefined,
    '',
    '{',
    'null',
    '1',
    '"AAAA"',
    '[]',
    '{}',
    JSON.stringify({ ...good, id: undefined }),
    JSON.stringify({ ...good, id: 1 }),
    JSON.stringify({ ...good, id: '' }),
    JSON.stringify({ ...good, rawId: 'a b' }),
    JSON.stringify({ ...good, id: 'A'.repeat(1365) }),
    JSON.stringify({ ...good, response: null }),
    JSON.stringify({ ...good, response: { ...good.response, clientDataJSON: 'A'.repeat(16_385) } }),
    '{"__proto__":{"id":"AAAA","rawId":"AAAA","response":{}}}',
  ])('reads none from %.60j', (text) => expect(parseFormCredential(text)).toBeNull())
})
