/** Writes a moment as the contract does: UTC, whole seconds, `2026-02-06T00:00:00Z` (RFC 3339 §5.6). Fractions are cut, not rounded. */
export function formatTimestamp(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** Like {@link formatTimestamp}; null stays null. */
export function formatTimestampOrNull(moment: Date | null): string | null {
  return moment === null ? null : formatTimestamp(moment)
}
