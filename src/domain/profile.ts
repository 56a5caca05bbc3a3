/** `default` keeps the whole printed contract; `strict` drops what RFC 9700 advises against (`token`, HS256, optional PKCE). */
export type Profile = 'default' | 'strict'
