#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Halves a cold start; before anything large is imported.
enableCompileCache()
const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
