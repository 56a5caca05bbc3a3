// Whether the process in this container answers: what `HEALTHCHECK` of the Dockerfile runs. Liveness, not readiness: a database
// that is away is no reason to start the service again.
import { request as plain } from 'node:http'
import { request as encrypted } from 'node:https'

const { PORT = '8787', LATCHKEY_ISSUER = '', LATCHKEY_TLS_CERT } = process.env
const path = URL.canParse(LATCHKEY_ISSUER) ? new URL(LATCHKEY_ISSUER).pathname.replace(/\/$/, '') : ''
const ask = LATCHKEY_TLS_CERT ? encrypted : plain
// The certificate names the issuer, not this loopback; nothing secret is sent.
const options = {
  host: '127.0.0.1',
  port: PORT,
  path: `${path}/livez`,
  timeout: 2_000,
  rejectUnauthorized: false,
}
ask(options, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
  .end()
