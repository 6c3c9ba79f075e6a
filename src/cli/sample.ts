import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config/config.ts'
import { cloneProgramme } from '../sample/clone.ts'
import { writeLarge } from '../sample/index.ts'
import { openServices } from '../open-services.ts'

/** Large made-up data for measuring: `hitoba sample --programmes N --years Y`, about 360 visits a year each. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      programmes: { type: 'string', default: '1' },
      years: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
    },
  })
  const [programmes, years, seed] = [values.programmes, values.years, values.seed].map(Number)
  if (!inRange(programmes, 2000) || !inRange(years, 20) || !Number.isInteger(seed)) {
    console.error('Usage: hitoba sample --programmes 1…2000 --years 1…20 [--seed N]')
    return 2
  }
  const services = await openServices(readConfig(process.env))
  try {
    const first = await services.db.asPlatform((tx) =>
      writeLarge(tx, services.vault, { seed: seed ?? 1, now: services.clock(), years, supporters: 15 }),
    )
    const others = Array.from({ length: programmes - 1 }, (_, n) => first + 1 + n)
    for (let from = 0; from < others.length; from += 20) {
      await services.db.asPlatform((tx) => cloneProgramme(tx, first, others.slice(from, from + 20)))
      console.log(`${Math.min(from + 20, others.length) + 1} / ${programmes}`)
    }
  } finally {
    await services.close()
  }
  return 0
}

const inRange = (value: number | undefined, most: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= most
