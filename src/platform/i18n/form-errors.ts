import type { ZodError } from 'zod'
import type { Locale } from './reader.ts'
import { words } from './words.ts'

type Issue = ZodError['issues'][number]

const sentences = words({
  ja: {
    enter: (label: string) => `${label}を入力してください`,
    choose: (label: string) => `${label}を選んでください`,
    tooLong: (label: string, most: number) => `${label}は${most}文字までで入力してください`,
    tooShort: (label: string, least: number) => `${label}は${least}文字以上で入力してください`,
    tooMany: (label: string, most: number) => `${label}は${most}つまで選んでください`,
    tooFew: (label: string, least: number) => `${label}は${least}つ以上選んでください`,
    atMost: (label: string, most: string) => `${label}は${most}以下で入力してください`,
    atLeast: (label: string, least: string) => `${label}は${least}以上で入力してください`,
    whole: (label: string) => `${label}は数字で入力してください（例：3）`,
    email: (label: string) => `${label}は name@example.jp の形で入力してください`,
    url: (label: string) => `${label}は https:// から入力してください`,
    day: (label: string) => `${label}は年月日で入力してください（例：2026-11-22）`,
    time: (label: string) => `${label}は時刻で入力してください（例：13:30）`,
    look: (label: string) => `${label}をもう一度確かめてください`,
    form: '入力した内容',
  },
  en: {
    enter: (label) => `Please enter: ${label}`,
    choose: (label) => `Please choose: ${label}`,
    tooLong: (label, most) => `${label}: please use at most ${most} characters`,
    tooShort: (label, least) => `${label}: please use at least ${least} characters`,
    tooMany: (label, most) => `${label}: please choose at most ${most}`,
    tooFew: (label, least) => `${label}: please choose at least ${least}`,
    atMost: (label, most) => `${label}: please enter ${most} or less`,
    atLeast: (label, least) => `${label}: please enter ${least} or more`,
    whole: (label) => `${label}: please enter a number, for example 3`,
    email: (label) => `${label}: please enter an address such as name@example.jp`,
    url: (label) => `${label}: please begin with https://`,
    day: (label) => `${label}: please enter a date, for example 2026-11-22`,
    time: (label) => `${label}: please enter a time, for example 13:30`,
    look: (label) => `Please check again: ${label}`,
    form: 'what you entered',
  },
  easy: {
    enter: (label) => `「${label}」を 書いてください`,
    choose: (label) => `「${label}」を えらんでください`,
    tooLong: (label, most) => `「${label}」は ${most}文字までに してください`,
    tooShort: (label, least) => `「${label}」は ${least}文字より 長く 書いてください`,
    tooMany: (label, most) => `「${label}」は ${most}つまで えらんでください`,
    tooFew: (label, least) => `「${label}」は ${least}つより 多く えらんでください`,
    atMost: (label, most) => `「${label}」は ${most}か、それより 小さい 数を 書いてください`,
    atLeast: (label, least) => `「${label}」は ${least}か、それより 大きい 数を 書いてください`,
    whole: (label) => `「${label}」は 数字で 書いてください（例：3）`,
    email: (label) => `「${label}」は name@example.jp のように 書いてください`,
    url: (label) => `「${label}」は https:// から 書いてください`,
    day: (label) => `「${label}」は 年・月・日で 書いてください（例：2026-11-22）`,
    time: (label) => `「${label}」は 時間で 書いてください（例：13:30）`,
    look: (label) => `「${label}」を もう一度 見てください`,
    form: '書いたこと',
  },
})

/**
 * What is wrong with a form, one clear sentence a field, in the reader's language.
 * `labels` are the fields' own labels. A schema's own (custom) messages are shown as they are: make them sentences.
 */
export const formErrors = (
  error: ZodError,
  labels: Readonly<Record<string, string>>,
  locale: Locale,
): { field: string; message: string }[] => {
  const first = new Map<string, string>()
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!first.has(field)) first.set(field, sentenceOf(issue, labels[field] ?? sentences[locale].form, locale))
  }
  return [...first].map(([field, message]) => ({ field, message }))
}

const sentenceOf = (issue: Issue, label: string, locale: Locale): string => {
  const t = sentences[locale]
  switch (issue.code) {
    case 'invalid_type':
      return missing(issue.expected, label, locale)
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), label, locale)
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), label, locale)
    case 'invalid_format':
      return badFormat(issue.format, label, locale)
    case 'invalid_value':
    case 'invalid_union':
      return t.choose(label)
    case 'custom':
      return issue.message && issue.message !== 'Invalid input' ? issue.message : t.look(label)
    default:
      return t.look(label)
  }
}

const missing = (expected: string, label: string, locale: Locale): string => {
  const t = sentences[locale]
  if (expected === 'number' || expected === 'int') return t.whole(label)
  return expected === 'array' ? t.choose(label) : t.enter(label)
}

const tooSmall = (origin: string, least: number, label: string, locale: Locale): string => {
  const t = sentences[locale]
  if (origin === 'string') return least <= 1 ? t.enter(label) : t.tooShort(label, least)
  if (origin === 'array' || origin === 'set') return least <= 1 ? t.choose(label) : t.tooFew(label, least)
  return t.atLeast(label, String(least))
}

const tooBig = (origin: string, most: number, label: string, locale: Locale): string => {
  const t = sentences[locale]
  if (origin === 'string') return t.tooLong(label, most)
  if (origin === 'array' || origin === 'set') return t.tooMany(label, most)
  return t.atMost(label, String(most))
}

const badFormat = (format: string, label: string, locale: Locale): string => {
  const t = sentences[locale]
  const known: Record<string, (label: string) => string> = { email: t.email, url: t.url, date: t.day, time: t.time }
  return (known[format] ?? t.look)(label)
}
