import { addDays, type CalendarDay, day, parseDay } from '#kernel/calendar-day.ts'

/** Figures, days and addresses as people type them in offices: full-width letters, digits and signs become the usual ones. */
export const plainText = (text: string): string => trimmed(text.normalize('NFKC'))

/** Words as they were written, rare characters included; only half-width katakana, which lists of another age hold, become whole. */
export const keptText = (text: string): string =>
  trimmed(text.replaceAll(/[\uff61-\uff9f]+/g, (half) => half.normalize('NFKC')))

const trimmed = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\u200b\p{Cc}]+/gu, ' ')
    .trim()

// First days of the eras: Cabinet orders on era names of 1868, 1912, 1926, 1989 and 2019.
const eras = [
  { signs: ['令和', '令', 'R'], from: day('2019-05-01'), firstYear: 2019 },
  { signs: ['平成', '平', 'H'], from: day('1989-01-08'), firstYear: 1989 },
  { signs: ['昭和', '昭', 'S'], from: day('1926-12-25'), firstYear: 1926 },
  { signs: ['大正', '大', 'T'], from: day('1912-07-30'), firstYear: 1912 },
  { signs: ['明治', '明', 'M'], from: day('1868-10-23'), firstYear: 1868 },
] as const

const eraDate =
  /^(令和|平成|昭和|大正|明治|令|平|昭|大|明|[RHSTM])\.?\s*(元|\d{1,2})[年./-]\s*(\d{1,2})[月./-]\s*(\d{1,2})日?/i
const plainDate = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?/
const packedDate = /^(\d{4})(\d{2})(\d{2})$/
const serialDate = /^(\d{5})(?:\.\d+)?$/
// What may follow a date: a weekday in brackets, or the time that a spreadsheet shows with it.
const afterDate = /^\s*(?:[(][月火水木金土日][)])?\s*(?:T?\d{1,2}:\d{2}.*)?$/

/**
 * A day as offices write it: 2024-04-01, 2024/4/1, 2024年4月1日, 20240401, R6.4.1, 令和6年4月1日, 令和元年5月1日, or the serial number
 * of a spreadsheet (from 1 March 1900). Null where there is no such day, or where the era had not begun or was over.
 */
export const readDay = (typed: string): CalendarDay | null => {
  const text = plainText(typed)
  const serial = serialDate.exec(text)
  if (serial) return addDays(day('1899-12-30'), Number(serial[1]))
  const era = eraDate.exec(text)
  if (era) return followedWell(text, era[0]) ? dayInEra(era) : null
  const plain = packedDate.exec(text) ?? plainDate.exec(text)
  return plain && followedWell(text, plain[0]) ? dayOf(Number(plain[1]), plain[2], plain[3]) : null
}

const followedWell = (text: string, date: string): boolean => afterDate.test(text.slice(date.length))

const dayInEra = ([, sign = '', year = '', month, date]: RegExpExecArray): CalendarDay | null => {
  const index = eras.findIndex((each) => each.signs.some((one) => one === sign.toUpperCase()))
  const era = eras[index]
  if (!era) return null
  const found = dayOf(era.firstYear + (year === '元' ? 1 : Number(year)) - 1, month, date)
  const next = eras[index - 1]
  return found && found >= era.from && (!next || found < next.from) ? found : null
}

const dayOf = (year: number, month = '', date = ''): CalendarDay | null =>
  parseDay(`${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)

/** A day with the time of day, where it is written with it: '2024-04-01 10:00', 'R6.4.1 9:30', '45383.4375' of a spreadsheet. */
export const readMoment = (typed: string): { day: CalendarDay; minute: number | null } | null => {
  const text = plainText(typed)
  const found = readDay(text)
  const time = /[\sT](\d{1,2}:\d{2}(?::\d{2})?)$/.exec(text)?.[1] ?? /^\d{5}(\.\d+)$/.exec(text)?.[1]
  const minute = time === undefined ? null : readMinute(time)
  return found && (time === undefined || minute !== null) ? { day: found, minute } : null
}

/** A whole number from 0: '12', '１２', '1,200', '3回', '第3回'. Null for anything else. */
export const readCount = (typed: string): number | null => {
  const found = /^第?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?\s*[名人回件年円]?$/.exec(plainText(typed))
  return found ? Number(found[1]?.replaceAll(',', '')) : null
}

/** A time of day in minutes after midnight: '9:30', '9時30分', '午後1時', '13時', '0.5625' of a spreadsheet, with or without a day in front. Null for anything else. */
export const readMinute = (typed: string): number | null => {
  const text = plainText(typed).replace(/^\d{4}-\d{2}-\d{2}[\sT]/, '')
  // The last seconds of a day stay within it.
  if (/^0?\.\d+$/.test(text)) return Math.min(1_439, Math.round(Number(text) * 1_440))
  const found = /^(午前|午後|AM|PM)?\s*(\d{1,2})(?::|時)(\d{1,2})?(?::\d{2})?分?$/i.exec(text)
  if (!found) return null
  const [, half = '', hourText = '', minuteText = '0'] = found
  const hour = Number(hourText)
  const minute = Number(minuteText)
  const afternoon = half === '午後' || half.toUpperCase() === 'PM'
  if (minute > 59 || hour > (half === '' ? 23 : 12)) return null
  return (half === '' ? hour : (hour % 12) + (afternoon ? 12 : 0)) * 60 + minute
}
