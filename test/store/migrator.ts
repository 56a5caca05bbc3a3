import { migrate } from '#src/store/mikro/migrate.ts'
import type { DatabaseSettings } from '#src/store/mikro/settings.ts'

/** A process of its own that migrates when it is told where, and answers with what it applied. */
process.on('message', (connection: DatabaseSettings['connection']) => void obey(connection))

async function obey(connection: DatabaseSettings['connection']): Promise<void> {
  process.send?.(await migrate({ connection }))
  process.disconnect()
}

process.send?.('ready')
