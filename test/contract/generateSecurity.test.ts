import { describe, expect, test } from 'vitest'
import type { Json } from '#openapi/generate/document.ts'
import { renderOperations } from '#openapi/generate/operations.ts'
import { createFixture } from './fixture.ts'
import { decorated, tableOf, typesOf } from './rendered.ts'

/** Lets app passwords list things, and anybody make one who brings no token. */
function withOptionalToken(document: Json): void {
  const { get, post } = document['paths']['/things'] as Json
  get.security = [{ session: [] }, { appPassword: ['read'] }]
  post.security = [{}, { session: [] }]
}

describe('security', () => {
  const own = createFixture()
  withOptionalToken(own)
  const rendered = renderOperations(own, decorated(withOptionalToken))

  test('gives a handler what it names, and nobody where a token is optional', () => {
    expect(typesOf(rendered, 'listThings')).toContain(`principal: 'session' | 'appPassword'`)
    expect(typesOf(rendered, 'createThing')).toContain(`principal: 'nobody' | 'session'`)
  })

  test('takes every kind of token by either header, and leaves what is optional optional', () => {
    const table = tableOf(rendered)
    const either = [{ session: [] }, { sessionHeader: [] }]
    const appPassword = [{ appPassword: ['read'] }, { appPasswordHeader: ['read'] }]
    expect(table['listThings']?.security).toEqual([...either, ...appPassword])
    expect(table['createThing']?.security).toEqual([{}, ...either])
    expect(table['createThing']?.statuses).toContain(401)
  })
})
