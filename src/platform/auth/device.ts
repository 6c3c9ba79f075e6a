const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Line\//, 'LINE'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux|CrOS/, 'Linux'],
]

const first = (agent: string, known: readonly [RegExp, string][]): string =>
  known.find(([shape]) => shape.test(agent))?.[1] ?? ''

/** 'Chrome · Android' for a user agent; empty where unknown. The user agent itself is not kept. */
export const deviceName = (agent: string): string =>
  [first(agent, browsers), first(agent, systems)].filter((word) => word !== '').join(' · ')
