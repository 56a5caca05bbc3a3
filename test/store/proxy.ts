import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { DatabaseAddress } from '#test/support/database.ts'

/** A network path to a database that can fail as networks do. */
export type Proxy = {
  /** the database's address by this path */
  readonly connection: DatabaseAddress
  /** how many connections were ever accepted */
  accepted(): number
  /** Answers of the database wait until `thaw`; the connections stay. */
  freeze(): void
  thaw(): void
  /** Cuts every connection; new ones are accepted. */
  cut(): void
  close(): Promise<void>
}

/** Opens such a path on a port of the loopback interface. */
export async function openProxy(database: DatabaseAddress): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const answering = new Set<Socket>()
  let isFrozen = false
  let count = 0
  const server = createServer((near) => {
    count += 1
    const far = connectTo(database)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      // A path that breaks breaks in both directions; who notices it first does not matter.
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    near.pipe(far)
    answering.add(far)
    far.on('data', (chunk) => near.write(chunk))
    if (isFrozen) far.pause()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    connection: throughPort(database, port),
    accepted: () => count,
    freeze: () => {
      isFrozen = true
      for (const far of answering) far.pause()
    },
    thaw: () => {
      isFrozen = false
      for (const far of answering) far.resume()
    },
    cut: () => sockets.forEach((socket) => socket.destroy()),
    close: async () => {
      sockets.forEach((socket) => socket.destroy())
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

function connectTo(database: DatabaseAddress): Socket {
  if ('host' in database) return connect(`${database.host}/.s.PGSQL.${database.port}`)
  const { hostname, port } = new URL(database.connectionString)
  return connect(Number(port || 5432), hostname)
}

function throughPort(database: DatabaseAddress, port: number): DatabaseAddress {
  if ('host' in database) return { ...database, host: '127.0.0.1', port }
  const url = new URL(database.connectionString)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return { connectionString: url.href }
}
