/** A parameter sent without a value counts as not sent (RFC 6749 §3.1, §3.2). */
export function valueOf(parameter: string | undefined): string | undefined {
  return parameter === '' ? undefined : parameter
}

/** Splits a space-delimited list such as `prompt` (OpenID Connect Core §3.1.2.1); empty when not sent. */
export function listOf(parameter: string | undefined): readonly string[] {
  return (parameter ?? '').split(' ').filter((item) => item !== '')
}
