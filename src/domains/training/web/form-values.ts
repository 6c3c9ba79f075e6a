import { z } from 'zod'
import type { FormInput } from '#platform/http/call.ts'

/** Text of a line or a paragraph that may be left empty. */
export const optionalText = (most: number) => z.string().max(most).default('')

export const neededText = (most: number) => z.string().min(1).max(most)

/** A whole number, or null where nothing was typed. */
export const optionalCount = (least: number, most: number) =>
  z.preprocess(
    (typed) => (typed === '' || typed === undefined ? null : typed),
    z.coerce.number().int().min(least).max(most).nullable(),
  )

export const count = (least: number, most: number) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), z.coerce.number().int().min(least).max(most))

/** One of several fields of one name, or all of them. */
export const ticks = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.string()),
)

/** Words apart by lines or commas of either language. */
export const wordList = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => split(typed, /[\n,、，]+/))
    .pipe(z.array(z.string().max(80)).max(most))

/** Numbers apart by spaces or commas: '1、3、6'. */
export const numberList = z
  .string()
  .default('')
  .transform((typed) =>
    [...new Set(split(typed.normalize('NFKC'), /[\s,、・]+/).map(Number))].toSorted((a, b) => a - b),
  )
  .pipe(z.array(z.number().int().min(1).max(200)))

const split = (typed: string, by: RegExp): string[] =>
  typed
    .split(by)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Anything else than a version is an old one. */
export const versionOf = (form: FormInput): number => {
  const typed = form.text('_version')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}
