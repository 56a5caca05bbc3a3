import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Where Debian puts them. */
const program = '/usr/sbin/apache2'
const modules = '/usr/lib/apache2/modules'

/** Why tests with Apache are skipped; null where they can run. */
export const apacheMissing =
  existsSync(program) && existsSync(`${modules}/mod_auth_openidc.so`)
    ? null
    : 'skipped: no Apache with mod_auth_openidc here; test/support/install-apache.sh installs it'

/** An Apache of a test's own, on the loopback. */
export type Apache = {
  readonly url: string
  /** its error log */
  errors(): string
  stop(): Promise<void>
}

/**
 * Starts one whose `/protected/` is behind mod_auth_openidc, and which repeats in headers whom it let in.
 *
 * @param directives  of mod_auth_openidc
 */
export async function startApache(port: number, directives: readonly string[]): Promise<Apache> {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-apache-'))
  mkdirSync(join(directory, 'site/protected'), { recursive: true })
  // Its workers are somebody else than root.
  for (const folder of ['', 'site', 'site/protected']) chmodSync(join(directory, folder), 0o755)
  writeFileSync(join(directory, 'site/protected/index.html'), 'let in')
  writeFileSync(join(directory, 'site/signed-out.html'), 'signed out')
  writeFileSync(join(directory, 'apache.conf'), configuration(directory, port, directives))
  const server = spawn(program, ['-f', join(directory, 'apache.conf'), '-DFOREGROUND'], { stdio: 'inherit' })
  // A test run that is broken off leaves nothing behind.
  process.once('exit', () => server.kill('SIGTERM'))
  const errors = () => readFileSync(join(directory, 'error.log'), 'utf8')
  await answers(server, port, errors)
  return {
    url: `http://localhost:${port}`,
    errors,
    async stop() {
      const exit = once(server, 'exit')
      server.kill('SIGTERM')
      await exit
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function answers(server: ChildProcess, port: number, errors: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`Apache did not start: ${errors()}`)
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await delay(50)
  }
  throw new Error(`Apache does not answer: ${errors()}`)
}

function configuration(directory: string, port: number, directives: readonly string[]): string {
  const load = (name: string) => `LoadModule ${name}_module ${modules}/mod_${name}.so`
  return `
${['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'headers', 'auth_openidc'].map(load).join('\n')}
ServerName 127.0.0.1
ServerRoot ${directory}
DefaultRuntimeDir ${directory}
Mutex sem
PidFile ${directory}/apache.pid
ErrorLog ${directory}/error.log
LogLevel warn auth_openidc:info
User www-data
Group www-data
StartServers 1
Listen 127.0.0.1:${port}
DocumentRoot ${directory}/site
DirectoryIndex index.html
<Directory ${directory}/site>
  Require all granted
  ForceType text/html
</Directory>
<Location /protected>
  AuthType openid-connect
  Require valid-user
  Header set x-user "expr=%{REMOTE_USER}"
  Header set x-email "%{OIDC_CLAIM_email}e"
</Location>
${directives.join('\n')}
`
}
