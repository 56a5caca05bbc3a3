import { enableCompileCache } from 'node:module'

// Halves a cold start; before anything large is imported.
enableCompileCache()
const { serve } = await import('./cli/serve.ts')
await serve(process.env)
