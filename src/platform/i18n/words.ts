import type { Locale } from './reader.ts'

type Texts = Record<string, unknown>
// A literal type of one language must not be demanded of the others.
type Wide<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Wide<R>
    : T extends readonly (infer E)[]
      ? readonly Wide<E>[]
      : { [K in keyof T]: Wide<T[K]> }

/** A dictionary read by supporters, trainees, seekers or the public: easy Japanese is complete, or it does not compile. */
export const words = <const T extends Texts>(all: {
  ja: T
  en: NoInfer<Wide<T>>
  easy: NoInfer<Wide<T>>
}): Record<Locale, Wide<T>> => all as unknown as Record<Locale, Wide<T>>

/** A dictionary that only staff, places and officers read: easy Japanese falls back to the ordinary one. */
export const staffWords = <const T extends Texts>(all: {
  ja: T
  en: NoInfer<Wide<T>>
  easy?: NoInfer<Partial<Wide<T>>>
}): Record<Locale, Wide<T>> => {
  const ja = all.ja as unknown as Wide<T>
  return { ja, en: all.en as Wide<T>, easy: fallingBack(ja, all.easy ?? {}) }
}

let onFallback: ((key: string) => void) | null = null

/** Tests listen here to learn which easy-Japanese words fell back to the ordinary ones while a page was made. */
export const watchFallbacks = (listener: ((key: string) => void) | null): void => {
  onFallback = listener
}

const fallingBack = <T>(ja: T, easy: Partial<T>): T =>
  new Proxy(ja as object, {
    get(target, key) {
      if (key in easy) return Reflect.get(easy, key)
      if (typeof key === 'string') onFallback?.(key)
      return Reflect.get(target, key)
    },
  }) as T
