/** What stands between the parts of every form with a file in the tests. */
export const boundary = 'latchkey-boundary'

/** The Content-Type that belongs to `multipartOf`. */
export const multipartType = `multipart/form-data; boundary=${boundary}`

/**
 * A form with files as bytes (RFC 7578). A text becomes a field; bytes, or a text for one of `files`, whose characters stand for
 * bytes, become a file.
 */
export function multipartOf(
  values: Readonly<Record<string, unknown>>,
  files: ReadonlySet<string> = new Set(),
): Buffer {
  const parts = Object.entries(values).map(([name, value]) => {
    const isFile = Buffer.isBuffer(value) || files.has(name)
    const kind = isFile ? '; filename="file"\r\nContent-Type: image/png' : ''
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${kind}\r\n\r\n`
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(text, isFile ? 'latin1' : 'utf8')
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')])
  })
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}
