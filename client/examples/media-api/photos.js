import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Reads the JPEGs of a folder.
 *
 * @param {URL} folder  its URL, with a slash at its end
 */
export function readPhotos(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jpg'))
  return names
    .toSorted()
    .toReversed()
    .map((name) => {
      const bytes = readFileSync(new URL(name, folder))
      const hash = createHash('sha256').update(bytes).digest('hex')
      const title = name.replace('.jpg', '').replaceAll('-', ' ')
      return {
        bytes,
        about: { id: hash.slice(0, 16), title, file_name: name, file_size: bytes.length, hash },
      }
    })
}
