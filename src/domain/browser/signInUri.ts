/**
 * The page that asks who is there, and leads on afterwards.
 *
 * @param page  `signin`; or `signin/again`, for whoever is signed in and has to prove it anew
 * @param path  of the page of ours to go on to, with its query
 */
export function signInUri(page: 'signin' | 'signin/again', path: string, issuer: string): string {
  return `${issuer}/${page}?${new URLSearchParams({ return_to: path })}`
}
