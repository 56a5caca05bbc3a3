import { runAsAdmin, type TestDatabase } from './database.ts'

/** Ends the loans of all jobs of a kind, as if whoever took them had been gone for a minute. */
export async function endLease({ connection }: TestDatabase, kind: string): Promise<void> {
  await runAsAdmin(connection, 'update jobs set locked_until = now() where kind = $1', [kind])
}
