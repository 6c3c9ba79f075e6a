import { inflateRawSync } from 'node:zlib'
import { no, ok, type Result } from '#kernel/result.ts'

/** Why a packed file is not opened. */
export type ZipTrouble = 'not_a_table' | 'too_many_parts' | 'grows_too_large' | 'locked'

export interface ZipPart {
  name: string
  bytes: Uint8Array
}

export interface ZipLimits {
  parts: number
  /** Of all parts together, once unpacked. */
  bytes: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50
const endLength = 22
const longestComment = 65_535
const entryLength = 46
const partLength = 30
const encrypted = 1
const stored = 0
const deflated = 8

/**
 * Unpacks every part within the limits, or says why not. What the directory promises is not believed: unpacking itself
 * stops where the room ends.
 */
export const unpack = (bytes: Uint8Array, limits: ZipLimits): Result<ZipPart[], ZipTrouble> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return unpackAll(file, limits)
  } catch (error) {
    return no(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'grows_too_large' : 'not_a_table')
  }
}

const unpackAll = (file: Buffer, limits: ZipLimits): Result<ZipPart[], ZipTrouble> => {
  const end = endOf(file)
  if (end === null) return no('not_a_table')
  const parts: ZipPart[] = []
  let room = limits.bytes
  let at = file.readUInt32LE(end + 16)
  const promised = file.readUInt16LE(end + 10)
  while (at < end && file.readUInt32LE(at) === entryMark) {
    if (parts.length === limits.parts) return no('too_many_parts')
    const entry = entryAt(file, at)
    if (entry.flags & encrypted) return no('locked')
    const part = unpackPart(file, entry, room)
    room -= part.length
    parts.push({ name: entry.name, bytes: part })
    at = entry.next
  }
  // Another reader may follow another directory where this one does not say it all: then nobody reads any.
  return parts.length > 0 && parts.length === promised ? ok(parts) : no('not_a_table')
}

/** Where the directory's end stands: sought from the back, since a comment may follow. */
const endOf = (file: Buffer): number | null => {
  const earliest = Math.max(0, file.length - endLength - longestComment)
  for (let at = file.length - endLength; at >= earliest; at--) if (file.readUInt32LE(at) === endMark) return at
  return null
}

interface Entry {
  name: string
  flags: number
  method: number
  packed: number
  partAt: number
  next: number
}

const entryAt = (file: Buffer, at: number): Entry => {
  const nameEnd = at + entryLength + file.readUInt16LE(at + 28)
  return {
    name: file.toString('utf8', at + entryLength, nameEnd),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    partAt: file.readUInt32LE(at + 42),
    next: nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  }
}

const unpackPart = (file: Buffer, { partAt, packed, method }: Entry, room: number): Uint8Array => {
  if (file.readUInt32LE(partAt) !== partMark) throw new Error('a part does not begin where the directory says')
  const from = partAt + partLength + file.readUInt16LE(partAt + 26) + file.readUInt16LE(partAt + 28)
  const body = file.subarray(from, from + packed)
  if (body.length !== packed) throw new Error('a part is cut short')
  if (method === deflated) return inflateRawSync(body, { maxOutputLength: Math.max(room, 1) })
  if (method !== stored) throw new Error('a part is packed in a way that workbooks do not use')
  if (body.length > room) throw Object.assign(new Error('no room'), { code: 'ERR_BUFFER_TOO_LARGE' })
  return body
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
