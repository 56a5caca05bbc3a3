import { Client, type Notification } from 'pg'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { clientConfig, type DatabaseSettings } from './settings.ts'

/** Hears which apps were changed or deleted, by whichever node, and knows how far that can be relied on. */
export type ChangeFeed = {
  /**
   * Counts the times that listening began; 0 while nobody listens. What was read under another number may have changed
   * unheard.
   */
  listening(): number
  /** Everything that was committed before this moment (`performance.now()`) was heard. */
  heardUntil(): number
  /** Listens, and goes on proving that it does, for as long as this is called again and again. Never waits. */
  keep(): void
  close(): Promise<void>
}

/** What a feed needs, and whom it tells. */
type FeedOptions = {
  readonly settings: DatabaseSettings
  readonly database: Pick<Database, 'write'>
  /** hears the internal id of a client that was changed or deleted */
  readonly onChange: (clientId: string) => void
}

/** A connection that listens, and the channel on which nobody speaks but its own process. */
type Listener = { readonly client: Client; readonly ownChannel: string }

const channel = 'latchkey_clients'
/** How often it is proven that what is told is heard, while somebody relies on it. */
const proofMs = 400
/** Words that may be under way; where that many never arrived, they never will. */
const mostProofs = 16
/** After a connection was lost or refused, the next try comes no sooner. */
const retryMs = 1_000
const never = Number.NEGATIVE_INFINITY

// Nothing is lost when the server crashes right after a proof, so no disk is waited for.
const tell: Statement = {
  name: 'changes.tell',
  text: `select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`,
  isUpkeep: true,
}

/**
 * Makes a feed over LISTEN/NOTIFY, on a connection of its own, which is opened when it is first needed; through a pooler that
 * gives connections away nobody can listen, and nobody tries.
 *
 * That a connection is there does not prove that notifications come through: a pooler in between, in transaction mode,
 * swallows them silently. So the feed talks to itself: a word is sent through the pool and has to arrive at the listening
 * connection. PostgreSQL delivers in the order of commits; what was committed before the word was sent has then arrived too.
 */
export function openChangeFeed({ settings, database, onChange }: FeedOptions): ChangeFeed {
  const proofs = new Map<string, number>()
  const state = {
    isOpening: false,
    isClosed: settings.isPooled === true,
    times: 0,
    heard: never,
    nextTry: never,
  }
  let listener: Listener | null = null

  function lose(): void {
    listener = null
    Object.assign(state, { isOpening: false, heard: never, nextTry: performance.now() + retryMs })
  }

  function hear({ channel: spoken, payload = '' }: Notification): void {
    if (spoken === channel) return onChange(payload)
    state.heard = Math.max(state.heard, proofs.get(payload) ?? never)
    proofs.clear()
  }

  async function open(): Promise<void> {
    state.isOpening = true
    const opened = await openListener(settings, hear, lose)
    if (opened === null) return lose()
    if (state.isClosed) return void opened.client.end().catch(() => {})
    listener = opened
    proofs.clear()
    state.times += 1
    state.isOpening = false
    keep()
  }

  function keep(): void {
    const now = performance.now()
    if (state.isClosed || state.isOpening || now < state.nextTry) return
    if (listener === null) return void open()
    state.nextTry = now + proofMs
    if (proofs.size === mostProofs) proofs.clear()
    proofs.set(String(now), now)
    // A word that cannot be sent proves nothing, and that is all.
    database.write(tell, [listener.ownChannel, String(now)]).catch(() => {})
  }

  return {
    listening: () => (listener === null ? 0 : state.times),
    heardUntil: () => state.heard,
    keep,
    async close() {
      state.isClosed = true
      await listener?.client.end().catch(() => {})
    },
  }
}

/**
 * Opens the connection that listens.
 *
 * @param onLost  called once it is gone
 * @returns null when the database cannot be reached. Without a feed nothing is kept for longer than it may be: that costs
 *   reads, and no truth
 */
async function openListener(
  settings: DatabaseSettings,
  hear: (note: Notification) => void,
  onLost: () => void,
): Promise<Listener | null> {
  const client = new Client({ ...clientConfig(settings), query_timeout: 3_000 })
  let isOpen = false
  client.on('error', () => {})
  client.on('notification', hear)
  client.on('end', () => isOpen && onLost())
  try {
    await client.connect()
    // Nothing that only listens keeps a process alive.
    ;(client as unknown as { unref(): void }).unref()
    // No two connections of a server have the same number.
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const ownChannel = `latchkey_proof_${rows[0]?.pid}`
    await client.query(`listen ${channel}`)
    await client.query(`listen ${ownChannel}`)
    isOpen = true
    return { client, ownChannel }
  } catch {
    client.end().catch(() => {})
    return null
  }
}
