import { failed, misused } from '../failure.ts'
import { askNewPassword, readSecretLine, say } from '../terminal.ts'
import type { Caller } from './callers.ts'
import { createCast, newAccount } from './cast.ts'
import { connect, type Connection } from './connection.ts'
import type { CheckFinding, Hear, Suite } from './finding.ts'
import { playGolden } from './golden.ts'
import { nothingSeen, type Account } from './pairs.ts'
import { playInvariants } from './invariants.ts'
import { leave, reasonWhyStopped } from './leave.ts'
import { playOperations, servedEntries } from './operations.ts'
import { adviceFor, isKept, linesOf, summaryOf, titleOf } from './report.ts'
import { playSecurity } from './security.ts'
import { readStandards } from './standards.ts'

type Options = { readonly email?: string; readonly passwordStdin?: boolean; readonly json?: boolean }

/**
 * `check`: plays the printed contract, every operation, the security matrix and the invariants against a deployment, by HTTP alone.
 *
 * @param address  where everything of it begins: its issuer
 * @throws CommandFailure with status 1 where it does not keep the contract, after everything was printed
 */
export async function checkDeployment(address: string, options: Options): Promise<void> {
  const connection = connect(baseOf(address))
  const account = await accountOf(options)
  const findings: CheckFinding[] = []
  const tell = options.json === true ? () => {} : printing()
  const hear: Hear = (finding) => {
    findings.push(finding)
    tell(finding)
  }
  const stopped = await playAll(connection, account, hear)
  if (findings.length === 0 && stopped !== null)
    throw failed(`${connection.url} cannot be checked: ${stopped}`, 'is it running, and is this its issuer?')
  const advice = adviceFor(findings, stopped, account.isNew)
  const report = { url: connection.url, findings, requests: connection.count(), stopped, advice }
  say(options.json === true ? JSON.stringify({ ok: isKept(report), ...report }, null, 2) : summaryOf(report))
  if (!isKept(report)) throw failed()
}

/** Prints findings as they come, under the title of their suite. */
function printing(): Hear {
  let last: Suite | null = null
  return (finding) => {
    if (finding.suite !== last) say(titleOf(finding.suite))
    last = finding.suite
    say(linesOf(finding))
  }
}

/** @returns why it was stopped; null when it came to its end */
async function playAll(connection: Connection, account: Account, hear: Hear): Promise<string | null> {
  const seen = nothingSeen()
  let callers: readonly Caller[] = []
  let stopped: string | null = null
  try {
    const { standards, finding } = await readStandards(connection)
    hear(finding)
    const given = { account, seen, hear }
    try {
      await playGolden(connection, standards, given)
      const { body } = await connection.ask({ method: 'GET', path: '/.well-known/openid-configuration' })
      const served = servedEntries(standards, body)
      await playOperations(connection, standards, { ...given, served })
      callers = await createCast(connection, given)
      await playSecurity(connection, standards, { ...given, served, callers })
      await playInvariants(connection, given)
    } catch (error) {
      stopped = reasonWhyStopped(error)
    }
    await leave(connection, standards, { ...given, callers })
  } catch (error) {
    stopped ??= reasonWhyStopped(error)
  }
  return stopped
}

/** The URL without its last slash: everything that is asked for begins with it. */
function baseOf(address: string): string {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw misused('give it the URL of a deployment, e.g. http://localhost:8787')
  if (url.username !== '' || url.password !== '') throw misused('the URL has to be without user and password')
  return url.origin + url.pathname.replace(/\/+$/, '')
}

async function accountOf({ email, passwordStdin }: Options): Promise<Account> {
  if (email === undefined) {
    if (passwordStdin === true) throw misused('whose password is it? Name the account with --email')
    return newAccount()
  }
  const password =
    passwordStdin === true
      ? await readSecretLine()
      : await askNewPassword('the password is missing: add --password-stdin and send it to standard input')
  return { email, password, isNew: false }
}
