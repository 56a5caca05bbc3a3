import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { DatabaseAddress } from './database.ts'
import { connectTo, throughPort } from './faultProxy.ts'

/** Before a question reaches the database, or after it was carried out there, before its answer arrives. */
export type Moment = 'before' | 'after'

/** A way to a PostgreSQL that counts what is asked, and stops everything at one of the questions. */
export type StepProxy = {
  /** the database's address by this way */
  readonly connection: DatabaseAddress
  /**
   * Counts from now on, and at the `step`th question (1: the next one) passes nothing on any more, in either direction, and
   * strikes. A question is what is answered by "ready for query": a statement, or a `begin` or `commit`.
   */
  arm(step: number, moment: Moment, strike: () => void): void
  /** Counts no longer, and strikes no more. */
  disarm(): void
  close(): Promise<void>
}

/** PostgreSQL's messages that end a question: Sync and Query (Frontend/Backend Protocol, Message Formats). */
const ends = new Set([...'SQ'].map((each) => each.charCodeAt(0)))
/** Those that belong to a question that has not ended: Parse, Bind, Describe, Execute, Close, Flush. */
const parts = new Set([...'PBDECH'].map((each) => each.charCodeAt(0)))
const readyForQuery = 'Z'.charCodeAt(0)

type Plan = { readonly step: number; readonly moment: Moment; readonly strike: () => void }

/** Opens such a way on a free port of the loopback interface. */
export async function openStepProxy(database: DatabaseAddress): Promise<StepProxy> {
  const sockets = new Set<Socket>()
  const state = { asked: 0, isStopped: false }
  let plan: Plan | null = null

  /** Whether this question is the one, counted. */
  function isDue(): Plan | null {
    if (plan === null) return null
    state.asked += 1
    return state.asked === plan.step ? plan : null
  }

  function stop({ strike }: Plan): void {
    state.isStopped = true
    strike()
  }

  function join(near: Socket, far: Socket): void {
    let awaited: Plan | null = null
    const question: Buffer[] = []
    const readNear = readMessages(false, (message, type) => {
      if (state.isStopped) return
      question.push(message)
      if (type !== null && parts.has(type)) return
      const due = type !== null && ends.has(type) ? isDue() : null
      if (due?.moment === 'before') return stop(due)
      awaited = due
      far.write(Buffer.concat(question.splice(0)))
    })
    const readFar = readMessages(true, (message, type) => {
      if (state.isStopped) return
      if (awaited === null) return void near.write(message)
      // The answer of the question that is the last one is read here, and nobody hears of it.
      if (type === readyForQuery) stop(awaited)
    })
    near.on('data', readNear)
    far.on('data', readFar)
    for (const socket of [near, far]) {
      sockets.add(socket)
      const end = () => [near, far].forEach((each) => each.destroy())
      socket.on('error', end).on('close', () => (sockets.delete(socket), end()))
    }
  }

  const server = createServer((near) => join(near, connectTo(database)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    connection: throughPort(database, (server.address() as AddressInfo).port),
    arm(step, moment, strike) {
      plan = { step, moment, strike }
      state.asked = 0
    },
    disarm: () => void (plan = null),
    async close() {
      for (const socket of sockets) socket.destroy()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

/**
 * Cuts a stream into messages. What a client says first has no type, only a length.
 *
 * @param isTyped  whether the first message has a type already
 */
function readMessages(
  isTyped: boolean,
  take: (message: Buffer, type: number | null) => void,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let hasType = isTyped
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = hasType ? 1 : 0
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      const message = rest.subarray(0, length)
      rest = rest.subarray(length)
      take(message, hasType ? message[0]! : null)
      hasType = true
    }
  }
}
