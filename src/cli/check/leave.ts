import type { Caller } from './callers.ts'
import { Unreachable, type CheckRequest, type Connection } from './connection.ts'
import type { Hear } from './finding.ts'
import type { Account, Seen } from './pairs.ts'
import { look } from './look.ts'
import { entryAt, type Standards } from './standards.ts'

/** One thing that the check has made, and how it goes. */
type Remnant = {
  readonly method: 'DELETE'
  readonly template: string
  readonly right: number
  readonly request: () => Omit<CheckRequest, 'method'>
}

/** Takes back what the check has made, which shows that it goes: the app, then its accounts, or the session of one that was given. */
export async function leave(
  { ask }: Connection,
  standards: Standards,
  given: {
    readonly account: Account
    readonly seen: Seen
    readonly callers: readonly Caller[]
    readonly hear: Hear
  },
): Promise<void> {
  for (const { method, template, right, request } of remnantsOf(given)) {
    const entry = entryAt(method, template)
    const what = {
      suite: 'operations',
      name: entry.id,
      place: `${method} ${template}, to leave nothing`,
    } as const
    await look(given.hear, what, async () => {
      const answer = await ask({ method, ...request() })
      const wrong = answer.status === right ? [] : [`the status: expected ${right}, seen ${answer.status}`]
      const problems = [...wrong, ...standards.problemsOf(entry, answer)]
      return { seen: String(answer.status), problems, answer }
    })
  }
}

function remnantsOf({
  account,
  seen,
  callers,
}: {
  readonly account: Account
  readonly seen: Seen
  readonly callers: readonly Caller[]
}): Remnant[] {
  const app: Remnant = {
    ...{ method: 'DELETE', template: '/api/v1/apps/{appId}', right: 204 },
    request: () => ({ path: `/api/v1/apps/${seen.appId}`, token: seen.sessionToken }),
  }
  const session: Remnant = {
    ...{ method: 'DELETE', template: '/api/v1/session', right: 204 },
    request: () => ({ path: '/api/v1/session', token: seen.sessionToken }),
  }
  const accounts = [
    () => seen.sessionToken,
    ...callers.flatMap(({ token, isOwner }) => (token === null || isOwner ? [] : [() => token])),
  ].map((token): Remnant => ({
    ...{ method: 'DELETE', template: '/api/v1/me', right: 200 },
    request: () => ({ path: '/api/v1/me', token: token() }),
  }))
  return [app, ...(account.isNew ? accounts : [session])]
}

/** The sentence of what kept a check from its end; throws what is none of the deployment's. */
export function reasonWhyStopped(error: unknown): string {
  if (error instanceof Unreachable) return error.message
  throw error
}
