/** How long a credential works, as people choose it in a form: days, or for as long as nobody deletes it. */
export const lifetimeChoices = ['30', '90', '365', 'none'] as const

/** One of them. */
export type LifetimeChoice = (typeof lifetimeChoices)[number]

const daySeconds = 86_400

/** A choice in seconds; null: no end. */
export function secondsOf(choice: LifetimeChoice): number | null {
  return choice === 'none' ? null : Number(choice) * daySeconds
}
