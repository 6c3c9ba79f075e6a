// Run after every `npm install`:  node bin/complete-lockfile.mjs
//
// npm writes only those optional packages into the lockfile that the registry it talked to could give it, and then
// `npm ci` refuses on every machine where another one is wanted. This adds an entry for each missing one, and
// takes out the address of the registry: a lockfile that names one host cannot be used behind another.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Where npm would look for `name` when `from` asks for it: nearest node_modules first. */
const findEntry = (packages, from, name) => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const key = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (key in packages) return key
    if (folder === '') return null
  }
}

/** Optional packages that some entry asks for and that have no entry of their own. */
export const missingOptionals = (lock) =>
  Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => findEntry(lock.packages, from, name) === null)
      .map(([name, version]) => ({ from, name, version })),
  )

const platformOf = (name) => {
  const words = name.split('/').at(-1).split('-')
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor)).slice(0, 1)
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : []
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && os[0] === 'linux' && { libc }),
    ...(os.length > 0 && { os }),
  }
}

/** The same lockfile with nothing missing and no registry named. */
export const completed = (lock) => {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([key, { resolved, ...entry }]) => [key, entry]),
  )
  for (const { from, name, version } of missingOptionals(lock)) {
    const { dev } = packages[from]
    packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true }
  }
  const [root, ...others] = Object.entries(packages)
  return { ...lock, packages: Object.fromEntries([root, ...others.toSorted(([a], [b]) => (a < b ? -1 : 1))]) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingOptionals(lock)
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`)
  console.log(`package-lock.json: ${missing.length} missing optional packages added`)
}
