import { afterAll, describe, expect, it } from 'vitest'
import { endPrograms, programs, startProgram } from '#test/support/process.ts'

afterAll(endPrograms)

describe('latchkey mock-issuer', () => {
  it('answers without a database, signs in whom it was told to, and ends with a signal', async () => {
    const words = ['mock-issuer', '--port', '0', '--sign-in-as', 'ann@example.com']
    const program = startProgram(programs.command, {}, words)
    const [, url = ''] = await program.says(/The mock issuer is ready: (\S+)/)
    const discovery = await fetch(`${url}/.well-known/openid-configuration`)
    expect(await discovery.json()).toMatchObject({ issuer: url })
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'app_any',
      redirect_uri: 'https://app.example.com/callback',
      scope: 'openid',
    })
    const answer = await fetch(`${url}/oauth2/authorize?${query}`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toMatch(/^https:\/\/app\.example\.com\/callback\?code=code_/)
    expect(await program.end('SIGTERM')).toEqual({ status: 0, signal: null })
  })

  it('says in one line what keeps it from starting', async () => {
    const program = startProgram(programs.command, {}, ['mock-issuer', '--port', 'many'])
    expect(await program.ended).toMatchObject({ status: 2 })
    expect(program.complained()).toContain('whole number from 0 to 65535')
  })
})
