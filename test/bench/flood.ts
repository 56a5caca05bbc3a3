import { availableParallelism } from 'node:os'
import { makeLoad, startLoad, type Measured } from './children.ts'
import { json } from './request.ts'
import type { Stage } from './stage.ts'

/** How long refreshes take, in milliseconds: alone, and while more people sign in than can be hashed. */
export type FloodReport = {
  readonly idle: { readonly median: number; readonly p99: number }
  readonly flooded: { readonly median: number; readonly p99: number }
  /** logins answered in the flood */
  readonly logins: number
}

const refreshes = 600
const lines = 2

/** Refreshes, first alone and then in a flood of logins from a process of its own, of a service that is warm. */
export async function measureFlood(service: Measured, stage: Stage): Promise<FloodReport> {
  const [load, flood] = [await startLoad(), await startLoad()]
  const { port } = service
  const empty = stage.tokenRequest(stage.app, { grant_type: 'refresh_token', refresh_token: '' })
  const request = { ...empty, body: `${empty.body}{}` }
  let seeds = await stage.refreshTokens(lines)
  const refresh = async () => {
    const requests = { kind: 'chain' as const, request, seeds }
    const order = { port, requests, status: 200, connections: lines, count: refreshes }
    const report = await makeLoad(load, { ...order, capture: '"refresh_token":"([^"]+)"' })
    seeds = report.captured
    return { median: report.median, p99: report.p99 }
  }
  const idle = await refresh()
  const body = JSON.stringify({ email: stage.person.email, password: stage.password })
  const requests = {
    kind: 'same' as const,
    request: { line: 'POST /api/v1/auth/login', headers: json, body },
  }
  // Not more than the line before the hashing holds: who is turned away costs next to nothing.
  const connections = 6 * availableParallelism()
  const flooding = makeLoad(flood, { port, requests, status: 200, connections })
  const flooded = await refresh()
  flood.send('stop')
  const { answers: logins } = await flooding
  return { idle, flooded, logins }
}
