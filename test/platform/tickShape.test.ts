import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Asks V8 itself, after a collection, whether a later entry of Node's queue has the shape of the one that is kept. */
const program = `
  import { executionAsyncResource } from 'node:async_hooks'
  const { keepTickShape, keptTicks } = await import('#src/platform/tickShape.ts')
  keepTickShape()
  setImmediate(() => {
    gc()
    process.nextTick(() => {
      const [kept] = keptTicks
      console.log(keptTicks.size, kept === executionAsyncResource(), %HaveSameMap(kept, executionAsyncResource()))
    }, 'an argument')
  })
`

test('the entry that is kept is one of the queue of process.nextTick, of the shape that all have', () => {
  const flags = ['--expose-gc', '--allow-natives-syntax', '--input-type=module']
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '--eval', program], { encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: '1 false true\n', stderr: '' })
})
