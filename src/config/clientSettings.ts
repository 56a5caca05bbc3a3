import { allowedHost, anyText, choice, integer, list } from './kinds.ts'
import type { Setting } from './setting.ts'

/** Settings about clients that register themselves, and about calling their servers. */
export const clientSettings = [
  {
    name: 'LATCHKEY_CLIENT_REGISTRATION',
    kind: choice('off', 'token', 'open'),
    default: 'off',
    description:
      'Whether clients may register themselves at `/oauth2/register` (RFC 7591): `off` none, `token` whoever has an initial access token, `open` everybody.',
  },
  {
    name: 'LATCHKEY_CLIENT_REGISTRATION_TOKEN',
    kind: list(anyText('text of 32 characters or more in production')),
    default: null,
    otherwise: 'none; required for `LATCHKEY_CLIENT_REGISTRATION=token`',
    description: 'Initial access tokens: each of them lets clients register, as `Authorization: Bearer`.',
    secret: true,
  },
  {
    name: 'LATCHKEY_CLIENT_REGISTRATION_HOUR',
    kind: integer(0, 1_000_000),
    default: '100',
    description: 'Clients that one address may register in an hour while registration is `open`; 0 = off.',
  },
  {
    name: 'LATCHKEY_CLIENT_REGISTRATION_PKCE',
    kind: choice('public', 'always'),
    default: 'public',
    description:
      'Which of the clients that register themselves have to use PKCE: `public` those without a secret or key, `always` all. The strict profile asks all.',
  },
  {
    name: 'LATCHKEY_OUTBOUND_ALLOW',
    kind: list(allowedHost),
    default: null,
    otherwise: 'none',
    description:
      'Hosts that Latchkey may call although they are private, or speak plain http: for `jwks_uri`, `sector_identifier_uri` and back-channel logout. Public hosts need no entry.',
  },
  {
    name: 'LATCHKEY_OUTBOUND_CA',
    kind: anyText('path'),
    default: null,
    otherwise: 'none',
    description: 'File with certificates, PEM, that outbound calls trust besides those of the system.',
  },
] as const satisfies readonly Setting[]
