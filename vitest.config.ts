import { defineConfig } from 'vitest/config'

const soak = process.env['HITOBA_SOAK'] === '1'

// Four kinds of tests, told apart by their names. `npm test` runs them one after the other.
const kinds = {
  unit: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.{data,http}.test.{ts,tsx}'],
    testTimeout: soak ? 600_000 : 30_000,
  },
  data: {
    include: ['{src,test}/**/*.data.test.{ts,tsx}'],
    globalSetup: ['test/engines-setup.ts'],
    testTimeout: soak ? 1_800_000 : 60_000,
  },
  http: {
    include: ['{src,test}/**/*.http.test.{ts,tsx}'],
    globalSetup: ['test/engines-setup.ts'],
    testTimeout: soak ? 1_800_000 : 60_000,
  },
  e2e: {
    include: ['e2e/**/*.e2e.test.ts'],
    globalSetup: ['test/engines-setup.ts', 'e2e/sample-setup.ts'],
    testTimeout: 300_000,
  },
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    setupFiles: ['test/properties.ts'],
    projects: Object.entries(kinds).map(([name, settings]) => ({
      extends: true,
      test: { name, hookTimeout: 180_000, ...settings },
    })),
  },
})
