import { describe, expect, it } from 'vitest'
import { decideAppForm, tickedScopes } from '#src/domain/oauth/appForm.ts'
import { isRefusal } from '#src/domain/refusal.ts'

describe('decideAppForm', () => {
  it('reads lists by their lines, scopes by their ticks, and a public app by its kind', () => {
    const fields = {
      name: 'Notes',
      redirect_uris: ' https://a.example/1 \r\n\r\nhttps://a.example/2\n',
      description: 'Two\r\nlines',
      openid: 'true',
      read: 'true',
      kind: 'public',
    } as const
    expect(decideAppForm(fields)).toEqual({
      name: 'Notes',
      description: 'Two\nlines',
      redirect_uris: ['https://a.example/1', 'https://a.example/2'],
      post_logout_redirect_uris: [],
      scopes: ['openid', 'read'],
      token_endpoint_auth_method: 'none',
    })
  })

  it('leaves the method of a confidential app open, and everything else empty', () => {
    expect(decideAppForm({ kind: 'confidential' })).toEqual({
      name: '',
      description: '',
      redirect_uris: [],
      post_logout_redirect_uris: [],
      scopes: [],
    })
  })

  it('takes twenty URIs and no more', () => {
    const uris = (count: number) =>
      Array.from({ length: count }, (_, at) => `https://a.example/${at}`).join('\n')
    expect(isRefusal(decideAppForm({ redirect_uris: uris(20) }))).toBe(false)
    const refused = decideAppForm({ redirect_uris: uris(21), post_logout_redirect_uris: uris(21) })
    expect(isRefusal(refused) && refused.errors?.map(({ path }) => path)).toEqual([
      '/redirect_uris',
      '/post_logout_redirect_uris',
    ])
  })
})

describe('tickedScopes', () => {
  it.each([
    [{}, []],
    [{ email: 'true', openid: 'true' }, ['openid', 'email']],
    [{ openid: 'false', admin: 'true' }, []],
  ])('%j', (fields, scopes) => expect(tickedScopes(fields)).toEqual(scopes))
})
