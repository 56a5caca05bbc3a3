import { createServer } from 'node:http'
import { createApi } from './api.js'
import { readPhotos } from './photos.js'

const { ISSUER = 'http://localhost:8787', PORT = '2342' } = process.env
const { AUDIENCE = `http://localhost:${PORT}/` } = process.env
const photos = readPhotos(new URL('photos/', import.meta.url))

createServer(createApi({ issuer: ISSUER, audience: AUDIENCE, photos })).listen(
  Number(PORT),
  '127.0.0.1',
  () => process.stdout.write(`The media API is ready: http://localhost:${PORT}/api/v1/photos\n`),
)
