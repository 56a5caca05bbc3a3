import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** Prints the nice value of each thread by its name: `stat` has it as its nineteenth field (proc_pid_stat(5)). */
const program = `
  import { readdirSync, readFileSync } from 'node:fs'
  const { lowerPoolPriority } = await import('#src/platform/poolPriority.ts')
  const lowered = await lowerPoolPriority()
  const threads = readdirSync('/proc/self/task').map((id) => {
    const stat = readFileSync('/proc/self/task/' + id + '/stat', 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    return { name, nice: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]) }
  })
  console.log(JSON.stringify({ lowered, threads }))
`

describe.runIf(process.platform === 'linux')('the threads that hash', () => {
  it('step back behind all others, each of them, and nobody else does', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
      env: { ...process.env, UV_THREADPOOL_SIZE: '3' },
    })
    expect(stderr).toBe('')
    const { lowered, threads } = JSON.parse(stdout) as {
      lowered: number
      threads: { name: string; nice: number }[]
    }
    const isOfPool = ({ name }: { name: string }) => name === 'libuv-worker'
    const usual = threads.find(({ name }) => !name.startsWith('libuv'))!.nice
    expect(lowered).toBe(3)
    expect(threads.filter(isOfPool).map(({ nice }) => nice)).toEqual([10, 10, 10])
    expect(new Set(threads.filter((thread) => !isOfPool(thread)).map(({ nice }) => nice))).toEqual(
      new Set([usual]),
    )
    expect(usual).toBeLessThan(10)
  })
})
