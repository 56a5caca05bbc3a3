import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

/** Where a server's certificate is. */
export type TlsFiles = {
  /** PEM: the certificate, followed by those between it and a root */
  readonly certificate: string
  /** PEM: its private key */
  readonly key: string
}

/** A certificate or key that no server can be started with; the message is one line that says what to do. */
export class UnusableCertificate extends Error {
  override readonly name = 'UnusableCertificate'
}

/** What a TLS server needs, as node's functions call it. */
export type TlsCredentials = { readonly cert: Buffer; readonly key: Buffer }

/**
 * Reads a certificate and its key.
 *
 * @throws UnusableCertificate  one cannot be read, or they do not belong together
 */
export function readTls(files: TlsFiles): TlsCredentials {
  const credentials = {
    cert: read('LATCHKEY_TLS_CERT', files.certificate),
    key: read('LATCHKEY_TLS_KEY', files.key),
  }
  try {
    createSecureContext(credentials)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error:[0-9A-F]+:/, '') : String(error)
    throw new UnusableCertificate(
      `${files.certificate} and ${files.key} are not a certificate and its private key in PEM (${why}): check LATCHKEY_TLS_CERT and LATCHKEY_TLS_KEY`,
      { cause: error },
    )
  }
  return credentials
}

function read(name: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    throw new UnusableCertificate(`${name} names a file that cannot be read: ${path} (${code})`, {
      cause: error,
    })
  }
}
