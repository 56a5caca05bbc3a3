/** The moment so many seconds later. */
export function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}

/** A moment as JWT claims carry it: whole seconds since 1970 (RFC 7519 §2, NumericDate). */
export function numericDate(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}

/** Seconds that pass before the use of a session or a secret is noted again: whoever reads it wants to know the day. */
const noteSeconds = 60

/** True when the last use was noted long enough ago, or never, to be written again. */
export function isUseWorthNoting(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > noteSeconds * 1000
}
