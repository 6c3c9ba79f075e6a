import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a link or a cookie. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database knows of a token. A plain hash is enough: nobody guesses 256 bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

const tokenShape = /^[\w-]{43}$/

/** Anything else never reaches the database. */
export const isToken = (text: string): boolean => tokenShape.test(text)
