import cluster from 'node:cluster'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/*
 * The floors in two processes that share a port: what a second worker costs whoever has nothing of ours in it. Its arguments are
 * those of `floor.ts`.
 */

const file = fileURLToPath(import.meta.resolve('./floor.ts'))
cluster.setupPrimary({ exec: file, args: process.argv.slice(2) })
const told = await Promise.all([cluster.fork(), cluster.fork()].map((worker) => once(worker, 'message')))
process.on('disconnect', () => process.exit(0))
// Port 0 is the same for all workers.
process.send?.(told[0]![0])
