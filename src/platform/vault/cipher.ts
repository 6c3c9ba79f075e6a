import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM: iv, ciphertext, tag. `bound` is what the text belongs to: elsewhere it does not open. */
export const lock = (key: Uint8Array, bound: string, plain: Uint8Array): Buffer => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(bound))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws on anything that was not locked with this key for this place. */
export const unlock = (key: Uint8Array, bound: string, locked: Uint8Array): Buffer => {
  const bytes = Buffer.from(locked)
  try {
    // Without authTagLength Node accepts tags cut down to 4 bytes.
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()])
  } catch (cause) {
    throw new Error(`what was sealed does not open as ${bound}`, { cause })
  }
}

const version = '1.'

export const sealText = (key: Uint8Array, bound: string, text: string): string =>
  version + lock(key, bound, Buffer.from(text, 'utf8')).toString('base64')

export const openText = (key: Uint8Array, bound: string, sealed: string): string => {
  const body = Buffer.from(sealed.slice(version.length), 'base64')
  // Node reads sloppy base64; one text must have one spelling.
  if (sealed !== version + body.toString('base64')) throw new Error(`what was sealed does not open as ${bound}`)
  return unlock(key, bound, body).toString('utf8')
}

/** What a sealed text belongs to. */
export const boundTo = (field: string, personId: string, rowId: string): string => `${field}|${personId}|${rowId}`
