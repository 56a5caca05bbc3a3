import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { DatabaseAddress } from './database.ts'

/**
 * What the way to the database does to connections.
 *
 * - `healthy`: passes everything on.
 * - `refusing`: has cut every connection, and nobody listens for new ones.
 * - `frozen`: accepts and keeps connections, and passes nothing on in either direction.
 */
export type ProxyMode = 'healthy' | 'refusing' | 'frozen'

/** A way to a database that fails as networks do. */
export type FaultProxy = {
  /** the database's address by this way */
  readonly connection: DatabaseAddress
  /** How many connections there are. */
  ways(): number
  /** Takes effect on new connections and on those that are there. */
  set(mode: ProxyMode): Promise<void>
  /** Cuts every connection; new ones fare as the mode says. */
  cut(): void
  /** From now on what goes towards the database arrives so much later, in milliseconds; 0: at once. */
  delay(ms: number): void
  /**
   * The next connection over which a question with this text goes (the name of a prepared statement) is cut once the
   * database has answered it: what was asked has happened, and the asker never learns of it. With `silence` it stays, and
   * nothing comes back over it any more.
   */
  loseAnswerTo(text: string, how?: 'cut' | 'silence'): void
  close(): Promise<void>
}

type Way = { readonly near: Socket; readonly far: Socket }

/** Looks at what goes towards the database before it is passed on. */
type Watch = (chunk: Buffer, way: Way) => void

/** Opens such a way, healthy at first, on a port of the loopback interface which it keeps through every mode. */
export async function openFaultProxy(database: DatabaseAddress): Promise<FaultProxy> {
  const ways = new Set<Way>()
  let mode: ProxyMode = 'healthy'
  let doomed: { readonly text: string; readonly how: 'cut' | 'silence' } | null = null
  const late = { ms: 0 }
  const watch: Watch = (chunk, way) => {
    if (doomed === null || !chunk.includes(doomed.text)) return
    const { how } = doomed
    doomed = null
    way.far.removeAllListeners('data').on('data', () => how === 'cut' && destroy(way))
  }
  const server = createServer((near) => {
    const way = join(near, connectTo(database), watch, late)
    ways.add(way)
    near.once('close', () => ways.delete(way))
    obey(way, mode)
  })
  const port = await listen(server, 0)
  const cut = () => ways.forEach(destroy)
  return {
    connection: throughPort(database, port),
    ways: () => ways.size,
    cut,
    delay: (ms) => void (late.ms = ms),
    loseAnswerTo: (text, how = 'cut') => void (doomed = { text, how }),
    async set(next) {
      mode = next
      if (next === 'refusing') {
        cut()
        await stopListening(server)
        return
      }
      for (const way of ways) obey(way, next)
      if (!server.listening) await listen(server, port)
    },
    async close() {
      cut()
      await stopListening(server)
    },
  }
}

/** A way that breaks breaks in both directions; who notices it first does not matter. */
function join(near: Socket, far: Socket, watch: Watch, late: { readonly ms: number }): Way {
  const way = { near, far }
  let arrivesAt = 0
  near.on('data', (chunk) => {
    watch(chunk, way)
    const now = performance.now()
    // Nothing overtakes what was sent before it.
    arrivesAt = Math.max(arrivesAt, now + late.ms)
    if (arrivesAt <= now) far.write(chunk)
    else setTimeout(() => far.destroyed || far.write(chunk), arrivesAt - now)
  })
  far.on('data', (chunk) => near.write(chunk))
  for (const socket of [near, far]) socket.on('error', () => destroy(way)).on('close', () => destroy(way))
  return way
}

function destroy({ near, far }: Way): void {
  near.destroy()
  far.destroy()
}

/** What was held back is passed on once the mode allows it again. */
function obey({ near, far }: Way, mode: ProxyMode): void {
  if (mode === 'frozen') near.pause()
  else near.resume()
  if (mode === 'healthy') far.resume()
  else far.pause()
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function stopListening(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  await closed
}

/** Connects to where a database is. */
export function connectTo(database: DatabaseAddress): Socket {
  if ('host' in database) return connect(`${database.host}/.s.PGSQL.${database.port}`)
  const { hostname, port } = new URL(database.connectionString)
  return connect(Number(port || 5432), hostname)
}

/** The same database by a port of this machine. */
export function throughPort(database: DatabaseAddress, port: number): DatabaseAddress {
  if ('host' in database) return { ...database, host: '127.0.0.1', port }
  const url = new URL(database.connectionString)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return { connectionString: url.href }
}
