import { currentKey, type KeyRing, readKeyFile } from './key-file.ts'

/** Holds the keys of keys in memory, and the person keys that were unwrapped lately. */
export interface KeeperOfKeys {
  current(): { id: string; key: Buffer }
  byId(id: string): Buffer
  /** The name holds the wrapped key itself: a key that was destroyed or changed is never asked for by its old name again. */
  remembered(name: string, unwrap: () => Buffer): Buffer
}

const mostRemembered = 20_000

export const keeperOfKeys = (file: string, first: KeyRing): KeeperOfKeys => {
  let ring = first
  const lately = new Map<string, Buffer>()
  return {
    current: () => {
      // Another process may have changed the keys: nothing new may be locked with the old one.
      ring = readKeyFile(file) ?? ring
      return { id: ring.current, key: currentKey(ring) }
    },
    byId: (id) => {
      if (!ring.keys[id]) ring = readKeyFile(file) ?? ring
      const key = ring.keys[id]
      if (!key) throw new Error(`the key of keys ${id} is not in ${file}`)
      return key
    },
    remembered: (name, unwrap) => {
      const found = lately.get(name) ?? unwrap()
      lately.delete(name)
      lately.set(name, found)
      if (lately.size > mostRemembered) lately.delete(lately.keys().next().value ?? name)
      return found
    },
  }
}
