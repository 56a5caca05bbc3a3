import { numericDate } from '../moment.ts'
import type { RegisteredClient } from './registration.ts'
import { formatScope } from './scope.ts'

/** What the client manages its registration with, and the secret, if it was just made (RFC 7591 §3.2.1, RFC 7592 §3). */
export type RegistrationCredentials = {
  readonly registrationToken: string
  /** null: none was made now; the text of a former one is not known to us */
  readonly clientSecret: string | null
  readonly issuer: string
}

/** Writes a client as `/oauth2/register` does: its credentials, and everything as it is registered. */
export function registrationOf(
  { client, metadata }: RegisteredClient,
  { registrationToken, clientSecret, issuer }: RegistrationCredentials,
) {
  const { clientId } = client
  const secret = clientSecret === null ? {} : { client_secret: clientSecret, client_secret_expires_at: 0 }
  return {
    client_id: clientId,
    client_id_issued_at: numericDate(client.createdAt),
    ...secret,
    registration_access_token: registrationToken,
    registration_client_uri: `${issuer}/oauth2/register/${clientId}`,
    client_name: client.name,
    redirect_uris: [...client.redirectUris],
    grant_types: [...client.grantTypes],
    response_types: [...client.responseTypes],
    scope: formatScope(client.scopes),
    token_endpoint_auth_method: client.tokenEndpointAuthMethod ?? 'client_secret_basic',
    id_token_signed_response_alg: client.idTokenSignedResponseAlg,
    subject_type: client.subjectType,
    application_type: metadata.applicationType,
    require_auth_time: client.requireAuthTime,
    backchannel_logout_session_required: client.backchannelLogoutSessionRequired,
    frontchannel_logout_session_required: client.frontchannelLogoutSessionRequired,
    ...given({
      token_endpoint_auth_signing_alg: client.tokenEndpointAuthSigningAlg,
      jwks: client.jwks,
      jwks_uri: client.jwksUri,
      userinfo_signed_response_alg: client.userinfoSignedResponseAlg,
      sector_identifier_uri: metadata.sectorIdentifierUri,
      default_max_age: client.defaultMaxAge,
      default_acr_values: nonEmpty(client.defaultAcrValues),
      contacts: nonEmpty(metadata.contacts),
      client_uri: client.clientUri,
      logo_uri: client.logoUri,
      policy_uri: client.policyUri,
      tos_uri: client.tosUri,
      initiate_login_uri: client.initiateLoginUri,
      post_logout_redirect_uris: nonEmpty(client.postLogoutRedirectUris),
      backchannel_logout_uri: client.backchannelLogoutUri,
      frontchannel_logout_uri: client.frontchannelLogoutUri,
      software_id: metadata.softwareId,
      software_version: metadata.softwareVersion,
    }),
  }
}

function nonEmpty(list: readonly string[]): string[] | null {
  return list.length === 0 ? null : [...list]
}

/** Members that have no value are left out. */
function given<T extends Readonly<Record<string, unknown>>>(
  members: T,
): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const entries = Object.entries(members).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> }
}
