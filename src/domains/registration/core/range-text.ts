import { minuteText } from '#kernel/time.ts'
import type { MinuteRange } from './hours.ts'
import { mergedRanges, rangeProblem } from './hours.ts'

/** The three parts of a day that most people think in. Anything else is written as times. */
export const dayParts = {
  morning: { from: 540, to: 720 },
  afternoon: { from: 720, to: 1020 },
  evening: { from: 1020, to: 1260 },
} as const satisfies Record<string, MinuteRange>

export type DayPart = keyof typeof dayParts

export const isDayPart = (text: string): text is DayPart => text in dayParts

/** What was ticked and written for one day, or null where the times cannot be read. */
export const rangesFrom = (parts: readonly string[], text: string): MinuteRange[] | null => {
  const written = parseRanges(text)
  return written && mergedRanges([...parts.filter(isDayPart).map((part) => dayParts[part]), ...written])
}

/** The same day as ticks and times: what the parts do not say is written. */
export const rangesAsTyped = (ranges: readonly MinuteRange[]): { parts: DayPart[]; text: string } => {
  const merged = mergedRanges(ranges)
  const parts = (Object.keys(dayParts) as DayPart[]).filter((part) =>
    merged.some((range) => range.from <= dayParts[part].from && dayParts[part].to <= range.to),
  )
  const said = mergedRanges(parts.map((part) => dayParts[part]))
  const rest = merged.filter((range) => !said.some((one) => one.from === range.from && one.to === range.to))
  return rest.length === 0 ? { parts, text: '' } : { parts: [], text: rangesText(merged) }
}

export const rangesText = (ranges: readonly MinuteRange[]): string =>
  ranges.map((range) => `${minuteText(range.from)}-${minuteText(range.to)}`).join('、')

/** '10:00-12:30、14時〜16時半' as people type it. Null where it is no time, or runs across midnight. */
export const parseRanges = (text: string): MinuteRange[] | null => {
  const pieces = text
    .normalize('NFKC')
    .split(/[、,;/\n]|\s+と\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const ranges = pieces.map(parseRange)
  return ranges.every((range) => range !== null) ? ranges : null
}

const parseRange = (piece: string): MinuteRange | null => {
  const ends = piece.split(/\s*(?:-|–|—|−|~|〜|から|to)\s*/).map((end) => parseTime(end.replace(/まで$/, '')))
  const [from, to] = ends
  if (ends.length !== 2 || from === undefined || to === undefined || from === null || to === null) return null
  const range = { from, to }
  return rangeProblem(range) === null ? range : null
}

const parseTime = (text: string): number | null => {
  const parts = /^(\d{1,2})(?:(?::|時)(半|\d{1,2})?分?)?$/.exec(text.trim())
  if (!parts) return null
  const rest = parts[2] === '半' ? 30 : Number(parts[2] ?? 0)
  return rest < 60 ? Number(parts[1]) * 60 + rest : null
}
