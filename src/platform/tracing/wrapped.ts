import type { Mailer } from '../mailer.ts'
import type { Outbound } from '../outbound.ts'
import type { Passwords } from '../passwords.ts'
import type { Tracing } from '../tracing.ts'

/**
 * Passwords whose hashing, waiting for it included, shows in traces. A comparison with nobody's hash looks like any other: who
 * reads traces does not learn which accounts exist.
 */
export function tracePasswords(passwords: Passwords, tracing: Pick<Tracing, 'step'>): Passwords {
  const hash = { name: 'hash password', kind: 'internal' } as const
  const verify = { name: 'verify password', kind: 'internal' } as const
  return {
    ...passwords,
    hash: (password) => tracing.step(hash, () => passwords.hash(password)),
    verify: (phc, password) => tracing.step(verify, () => passwords.verify(phc, password)),
    verifyDecoy: (password) => tracing.step(verify, () => passwords.verifyDecoy(password)),
  }
}

/** Calls to servers of clients, by method and host. No path: it may hold what only client and server should know. */
export function traceOutbound(outbound: Outbound, tracing: Pick<Tracing, 'step'>): Outbound {
  const stepOf = (method: string, uri: string) => {
    const host = URL.parse(uri)?.hostname
    const attributes = {
      'http.request.method': method,
      ...(host !== undefined && { 'server.address': host }),
    }
    return { name: method, kind: 'client', attributes } as const
  }
  return {
    getJson: (uri, owner) => tracing.step(stepOf('GET', uri), () => outbound.getJson(uri, owner)),
    postForm: (uri, owner, form) =>
      tracing.step(stepOf('POST', uri), () => outbound.postForm(uri, owner, form)),
  }
}

/** Mails on their way to the mail server: that, and nothing of what is in them. */
export function traceMailer(mailer: Mailer, tracing: Pick<Tracing, 'step'>): Mailer {
  return {
    ...mailer,
    send: (mail) => tracing.step({ name: 'send mail', kind: 'client' }, () => mailer.send(mail)),
  }
}
