import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect } from 'node:tls'
import { expectOneLine, programs, startProgram } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'

let folder: string
let service: TestService | null = null

/** A self-signed certificate for localhost, and its key. */
function makeCertificate(name: string): { certificate: string; key: string } {
  const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) }
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const type = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const out = ['-keyout', files.key, '-out', files.certificate]
  execFileSync('openssl', ['req', '-x509', ...type, ...subject, ...out], { stdio: 'ignore' })
  return files
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-tls-'))
})
afterEach(async () => {
  await service?.stop()
  service = null
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Asks over TLS, trusting this one certificate. */
function get(url: string, ca: Buffer): Promise<{ status: number; body: any }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { ca, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, body: JSON.parse(text) }))
    })
    call.once('error', reject).end()
  })
}

function settings({ certificate, key }: { certificate: string; key: string }): NodeJS.ProcessEnv {
  return { LATCHKEY_TLS_CERT: certificate, LATCHKEY_TLS_KEY: key }
}

describe('TLS', () => {
  it('is spoken with a certificate and its key, and the issuer says so', async () => {
    const files = makeCertificate('one')
    service = await startService(settings(files))
    const issuer = `https://localhost:${service.config.port}`
    expect(service.config.issuer).toBe(issuer)
    const ca = readFileSync(files.certificate)
    const { status, body } = await get(`${issuer}/.well-known/openid-configuration`, ca)
    expect(status).toBe(200)
    expect([body.issuer, body.token_endpoint]).toEqual([issuer, `${issuer}/oauth2/token`])
    expect((await get(`${issuer}/nowhere`, ca)).body.error).toBe('not_found')
  })

  it('is spoken in nothing older than 1.2, and plain HTTP gets no answer', async () => {
    service = await startService(settings(makeCertificate('two')))
    const { port } = service.config
    const old = connect({
      port,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
    })
    await expect(new Promise((_resolve, reject) => old.once('error', reject))).rejects.toThrow(
      /protocol|alert|version/i,
    )
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow()
  })

  it('takes a renewed certificate without a restart, and keeps the former when the new one is none', async () => {
    const files = makeCertificate('three')
    service = await startService(settings(files))
    const url = `https://localhost:${service.config.port}/livez`
    const former = readFileSync(files.certificate)
    expect((await get(url, former)).status).toBe(200)
    makeCertificate('three')
    service.running.reloadTls()
    expect((await get(url, readFileSync(files.certificate))).status).toBe(200)
    await expect(get(url, former)).rejects.toThrow(/certificate/)
    const renewed = readFileSync(files.certificate)
    writeFileSync(files.certificate, 'nonsense')
    expect(() => service!.running.reloadTls()).toThrow(/LATCHKEY_TLS_CERT/)
    expect((await get(url, renewed)).status).toBe(200)
  })

  it.each([
    [
      'a file that is not there',
      () => ({ ...makeCertificate('a'), key: join(folder, 'nowhere.key') }),
      /LATCHKEY_TLS_KEY names a file that cannot be read: .*nowhere\.key \(ENOENT\)$/,
    ],
    [
      'the key of another certificate',
      () => ({ ...makeCertificate('b'), key: makeCertificate('c').key }),
      /are not a certificate and its private key/,
    ],
    [
      'a certificate that is none',
      () => ({ ...makeCertificate('d'), certificate: makeCertificate('d').key }),
      /are not a certificate and its private key/,
    ],
  ])('with %s is one clear line instead of a start', async (_name, files, line) => {
    const environment = { ...settings(files()), LATCHKEY_DATA_DIR: folder, PORT: '0' }
    expect(await expectOneLine(startProgram(programs.service, environment))).toMatch(line)
  })
})
