import { createInterface } from 'node:readline'
import { startEmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'

/*
 * A process of its own that starts or joins the PostgreSQL of the data directory it is given, says on its output what
 * came of it (a line of JSON per event), and stops when it is told to.
 */

const tell = (event: object) => process.stdout.write(`${JSON.stringify(event)}\n`)

try {
  const postgres = await startEmbeddedPostgres({
    dataDir: process.argv[2] ?? '',
    progress: (progress) => tell({ event: 'progress', progress }),
  })
  tell({ event: 'joined', started: postgres.started, connection: postgres.connection })
  for await (const order of createInterface(process.stdin)) if (order === 'stop') break
  await postgres.stop()
  process.exit(0)
} catch (error) {
  tell({ event: 'failed', message: String(error) })
  process.exit(1)
}
