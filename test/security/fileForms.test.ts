import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../client/index.ts'
import { tokenFor } from '#test/support/accountForms.ts'
import { visit, type Visitor } from '#test/support/accountPages.ts'
import { createPng } from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let visitor: Visitor
beforeAll(async () => {
  service = await startService()
  visitor = await visit(service)
})
afterAll(() => service.stop())

const png = createPng().toString('latin1')
const token = () => tokenFor(visitor, '/account/avatar')
const field = (name: string, value: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`
const file = (bytes: string, head = '; filename="a.png"\r\nContent-Type: image/png') =>
  `Content-Disposition: form-data; name="image"${head}\r\n\r\n${bytes}`
const form = (...parts: readonly string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`

async function upload(body: string, type = 'multipart/form-data; boundary=b') {
  const cookie = [...visitor.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: service.config.issuer, 'content-type': type }
  const bytes = Buffer.from(body, 'latin1')
  return (await send(service.url, { method: 'POST', path: '/account/avatar', headers, body: bytes })).status
}

const picture = async () => (await getAccount({ client: service.as(visitor.person.token) })).data?.picture

describe('a form with a file (RFC 7578)', () => {
  it.each([
    ['as browsers send it', () => form(field('form_token', token()), file(png))],
    ['without the line break at its end', () => form(field('form_token', token()), file(png)).slice(0, -2)],
    ['with the file first', () => form(file(png), field('form_token', token()))],
    ['with a file without a type', () => form(field('form_token', token()), file(png, '; filename=""'))],
  ])('is taken %s', async (_name, body) => {
    expect(await upload(body())).toBe(303)
    expect(await picture()).toBeTruthy()
  })

  it('may quote its boundary', async () => {
    const body = form(field('form_token', token()), file(png))
    expect(await upload(body, 'Multipart/Form-Data; boundary="b"')).toBe(303)
  })

  it.each([
    ['with something in front', () => `x${form(field('form_token', token()), file(png))}`],
    ['with something behind', () => `${form(field('form_token', token()), file(png))}x`],
    ['without an end', () => form(field('form_token', token()), file(png)).slice(0, -6)],
    ['of nothing but its end', () => '--b--\r\n'],
    ['with a name twice', () => form(field('form_token', token()), field('form_token', token()), file(png))],
    [
      'with a part without a name',
      () => form('Content-Disposition: form-data\r\n\r\nx', field('form_token', token())),
    ],
    ['with a part without headers', () => form('\r\nx', field('form_token', token()))],
    [
      'with a part without the blank line',
      () => form('Content-Disposition: form-data; name="a"', field('form_token', token())),
    ],
    [
      'with a field that nobody knows',
      () => form(field('form_token', token()), field('more', 'x'), file(png)),
    ],
    ['with a field that is no UTF-8', () => form(field('form_token', '\xff'), file(png))],
    [
      'with the token as a file',
      () =>
        form(`Content-Disposition: form-data; name="form_token"; filename="t"\r\n\r\n${token()}`, file(png)),
    ],
    ['with the image as a field', () => form(field('form_token', token()), field('image', 'x'))],
    [
      'of very many parts',
      () =>
        form(...Array.from({ length: 40 }, (_, at) => field(`f${at}`, 'x')), field('form_token', token())),
    ],
    [
      'with the name of a prototype',
      () => form(field('form_token', token()), field('__proto__', 'x'), file(png)),
    ],
    ['that is all boundary', () => '--b'.repeat(10_000)],
  ])('is refused %s', async (_name, body) => {
    expect(await upload(body())).toBe(400)
  })

  it.each([
    ['multipart/form-data', 400],
    ['multipart/form-data; boundary=', 400],
    ['multipart/form-data; boundary=other', 400],
    [`multipart/form-data; boundary=${'b'.repeat(71)}`, 400],
    ['multipart/mixed; boundary=b', 415],
    ['application/x-www-form-urlencoded', 415],
    ['image/png', 415],
  ])('is told by its Content-Type: %s is %d', async (type, status) => {
    expect(await upload(form(field('form_token', token()), file(png)), type)).toBe(status)
  })

  it('is bounded: 413 for a file that is too large', async () => {
    const body = form(field('form_token', token()), file('x'.repeat(270_000)))
    expect(await upload(body)).toBe(413)
  })
})
