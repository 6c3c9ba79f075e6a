import fc from 'fast-check'

// `npm run soak` looks longer; a failure prints its seed and path, which repeat it.
fc.configureGlobal({ numRuns: process.env['HITOBA_SOAK'] === '1' ? 5_000 : 100 })
