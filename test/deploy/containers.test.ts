import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '#src/config.ts'
import { settings } from '#src/config/settings.ts'
import { findFreePort } from '#test/support/process.ts'
import { startService } from '#test/support/service.ts'

type Service = {
  readonly environment?: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly ports?: readonly string[]
  readonly cap_drop?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const dockerfile = read('Dockerfile')
const compose = parse(read('deploy/docker/compose.yaml')) as { services: Record<string, Service> }

/** The settings of a file as `docker` and systemd read it. */
function environmentOf(file: string): Record<string, string> {
  const lines = read(file)
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
  return Object.fromEntries(lines.map((line) => [line.split('=')[0]!, line.slice(line.indexOf('=') + 1)]))
}

describe('the image', () => {
  it('is built in stages, and runs as somebody who is not root', () => {
    const [, ...stages] = dockerfile.split(/^FROM /m)
    expect(stages.length).toBeGreaterThan(1)
    const last = stages.at(-1)!
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^HEALTHCHECK .*"healthcheck\.mjs"/m)
    // With the words as a list the service itself gets the signals.
    expect(last).toMatch(/^ENTRYPOINT \[/m)
    expect(last).not.toMatch(/SECRET|PASSWORD|DATABASE_URL/)
    for (const [, from] of last.matchAll(/^COPY (?!--from)(\S+)/gm)) expect(read(from!)).toBeTruthy()
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '.latchkey']))
    // What is filled in there is secret: neither the image's layers nor the repository get it.
    for (const ignored of ['.dockerignore', '.gitignore'])
      expect(read(ignored).split('\n')).toContain('deploy/docker/latchkey.env')
  })

  it('is of the Node that the package wants', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
    const [, major] = /^>=(\d+)/.exec(engines.node)!
    for (const [, version] of dockerfile.matchAll(/^FROM node:(\d+)/gm)) expect(version).toBe(major)
  })

  const script = fileURLToPath(new URL('deploy/docker/healthcheck.mjs', root))
  const check = (environment: NodeJS.ProcessEnv) =>
    promisify(execFile)(process.execPath, [script], { env: environment }).then(
      () => 0,
      (error: { code: number }) => error.code,
    )

  it('is healthy while the service answers, and not before or after', async () => {
    const port = String(await findFreePort())
    expect(await check({ PORT: port })).toBe(1)
    const service = await startService({ PORT: port, LATCHKEY_ISSUER: `http://localhost:${port}` })
    expect(await check({ PORT: port, LATCHKEY_ISSUER: service.config.issuer })).toBe(0)
    expect(await check({ PORT: port, LATCHKEY_ISSUER: `${service.config.issuer}/elsewhere` })).toBe(1)
    await service.stop()
    expect(await check({ PORT: port })).toBe(1)
  })
})

describe('the compose file', () => {
  const { latchkey, postgres, redis } = compose.services

  it('starts the service when its database answers, and shows it to this machine only', () => {
    expect(Object.keys(compose.services)).toEqual(['latchkey', 'postgres', 'redis'])
    expect(latchkey!.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    })
    for (const port of latchkey!.ports!) expect(port).toMatch(/^127\.0\.0\.1:/)
    for (const service of [postgres, redis]) expect(service!.ports).toBeUndefined()
    expect(latchkey!.cap_drop).toEqual(['ALL'])
  })

  it('names settings that exist, with values that production takes', () => {
    const example = environmentOf('deploy/docker/latchkey.env.example')
    expect(example['LATCHKEY_SECRET']).toBe('')
    const environment = { ...example, ...latchkey!.environment }
    const names: readonly string[] = settings.map(({ name }) => name)
    for (const name of Object.keys(environment)) expect(names).toContain(name)
    const filled = {
      ...environment,
      LATCHKEY_SECRET: 'nine different letters make one secret',
      DATABASE_URL: environment.DATABASE_URL!.replace(/\$\{[^}]*\}/, 'secret'),
    }
    expect(readConfig(filled)).toHaveProperty('config.development', false)
    expect(readConfig({ ...filled, LATCHKEY_SECRET: '' })).toHaveProperty('errors')
  })
})

const systemd = spawnSync('systemd-analyze', ['--version']).error === undefined

describe.skipIf(!systemd)(`the systemd unit${systemd ? '' : ' (no systemd-analyze)'}`, () => {
  const unit = fileURLToPath(new URL('deploy/systemd/latchkey.service', root))

  it('is one that systemd understands, and leaves the service little to reach', () => {
    const verified = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
    // Whether there is a Node at /usr/bin is this machine's matter.
    const mistakes = verified.stderr
      .split('\n')
      .filter((line) => line !== '' && !line.includes('/usr/bin/node'))
    expect(mistakes).toEqual([])
    const security = spawnSync('systemd-analyze', ['security', '--offline=true', unit], { encoding: 'utf8' })
    // Without it Node cannot tell the addresses of `0.0.0.0`, and the service ends as soon as it listens.
    expect(read('deploy/systemd/latchkey.service')).toMatch(/^RestrictAddressFamilies=.*\bAF_NETLINK\b/m)
    expect(Number(/exposure level for \S+: ([\d.]+)/.exec(security.stdout)?.[1])).toBeLessThan(2)
  })
})
