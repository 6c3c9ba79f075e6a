import type { Database, OpenDatabase } from '#platform/db/index.ts'

class Undone extends Error {}

/** The same database, on which nothing that is done stays: so every route can be asked by everybody, in any order. */
export const undoing = (db: OpenDatabase): OpenDatabase => {
  const asPlatform: Database['asPlatform'] = async (work) => {
    let value: Awaited<ReturnType<typeof work>> | undefined
    try {
      await db.asPlatform(async (tx) => {
        value = await work(tx)
        throw new Undone()
      })
    } catch (error) {
      if (!(error instanceof Undone)) throw error
    }
    return value as Awaited<ReturnType<typeof work>>
  }
  const beginRequest: Database['beginRequest'] = async () => {
    const request = await db.beginRequest()
    return { ...request, commit: () => request.rollback() }
  }
  return new Proxy(db, {
    get: (target, key) =>
      key === 'asPlatform' ? asPlatform : key === 'beginRequest' ? beginRequest : Reflect.get(target, key),
  })
}
