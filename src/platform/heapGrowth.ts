import { setFlagsFromString } from 'node:v8'

/** By how much of what lives in it the heap may grow before it is collected, in percent. Less costs a start a tenth of its CPU. */
const growth = 100

/**
 * Collects the old generation when it has doubled. V8 lets it grow to several times of what lives in it where the machine has room, for
 * collections that are as rare as they are short here (docs/operating.md, Memory). Before the code is loaded, or the limit that V8
 * has chosen by then holds until the heap has reached it. A Node that does not know the flag says so and goes on.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
}
