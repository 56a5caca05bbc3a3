/** What a measured server tells first: where it listens. */
export type Listening = { readonly url: string }

/** What it answers to any message: microseconds of CPU that its process has used so far, in all threads. */
export type CpuUsed = { readonly cpuMicroseconds: number }

/** Makes this process one whose CPU time its parent can ask for, and tells the parent that it listens. */
export function reportToParent(url: string): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuMicroseconds: user + system } satisfies CpuUsed)
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ url } satisfies Listening)
}
