import { fdatasyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'

interface Internals {
  Module: {
    FS: {
      lookupPath(path: string): {
        node: { mount: { type: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } }
      }
    }
  }
}

/**
 * Makes a commit of the embedded database wait until the disk has it. PGlite's file system knows no fsync; this reaches
 * into its insides, so the version is pinned and a test counts the calls.
 */
export const flushToDisk = (pglite: PGlite, sync: (descriptor: number) => void = fdatasyncSync): void => {
  const { FS } = (pglite as unknown as Internals).Module
  FS.lookupPath('/pglite/data').node.mount.type.stream_ops.fsync = (stream) => {
    sync(stream.nfd)
    return 0
  }
}
