/** Tells whether a password is one that many people have: the first that anybody tries. */
export type IsCommonPassword = (normalised: string) => boolean

let loading: Promise<IsCommonPassword> | null = null

/**
 * Loads the list of common passwords that comes with the packages: some fifty thousand, a third of a megabyte, so only when
 * somebody asks, and once a process. Case does not make a password another one.
 */
export function loadCommonPasswords(): Promise<IsCommonPassword> {
  return (loading ??= load())
}

async function load(): Promise<IsCommonPassword> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const common = new Set(dictionary['passwords-common'].map((entry) => entry.toLowerCase()))
  return (normalised) => common.has(normalised.toLowerCase())
}
