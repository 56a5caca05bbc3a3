/** Whether this is what continuous integration runs. */
export const isShort = process.env['SHORT'] === '1'

/** Of a long and a short duration or number the one of this run: `SHORT=1` makes it short. */
export function longOrShort(long: number, short: number): number {
  return isShort ? short : long
}

/** Lets time pass: in these tests things happen by themselves. */
export function pass(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}
