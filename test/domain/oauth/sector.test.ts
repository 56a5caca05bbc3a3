import { describe, expect, test } from 'vitest'
import { checkSector } from '#src/domain/oauth/sector.ts'

describe('a sector', () => {
  const uris = ['https://a.example/', 'https://b.example/']

  test('takes in whoever has all its redirect URIs in the list', () => {
    expect(checkSector([...uris, 'https://c.example/'], uris)).toBeNull()
  })

  test.each([
    ['lacks one', [uris[0]]],
    ['has another spelling', ['https://a.example', 'https://b.example/']],
    ['is empty', []],
    ['is no list', { redirect_uris: uris }],
    ['is a text', uris.join(' ')],
    ['was not there', undefined],
  ])('refuses where the document %s', (_, document) => {
    expect(checkSector(document, uris)).toMatchObject({ code: 'invalid_client_metadata' })
  })
})
