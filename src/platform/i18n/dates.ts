import { type CalendarDay, weekdayOf } from '#kernel/calendar-day.ts'
import type { FiscalYear } from '#kernel/fiscal-year.ts'
import { localOf } from '#kernel/time.ts'
import type { Locale } from './reader.ts'

const weekdays: Record<Locale, readonly string[]> = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  easy: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'],
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

// First days of the eras: Cabinet orders on era names of 1926, 1989 and 2019.
const eras = [
  { from: '2019-05-01', name: '令和', latin: 'Reiwa' },
  { from: '1989-01-08', name: '平成', latin: 'Heisei' },
  { from: '1926-12-25', name: '昭和', latin: 'Showa' },
] as const

/** '令和8年', '令和元年'; before the Showa era the plain year. */
export const eraYear = (day: CalendarDay): string => {
  const era = eras.find((each) => day >= each.from)
  if (!era) return `${yearOf(day)}年`
  const year = yearOf(day) - Number(era.from.slice(0, 4)) + 1
  return `${era.name}${year === 1 ? '元' : year}年`
}

/** As papers say it, without the day of the week: 令和8年11月22日. */
export const eraDay = (day: CalendarDay): string => `${eraYear(day)}${monthAndDate(day)}`

/** Without the year: 11月22日（日） / Sun 22 Nov. */
export const formatDay = (day: CalendarDay, locale: Locale): string =>
  locale === 'en'
    ? `${weekdayName(day, 'en').slice(0, 3)} ${dateOf(day)} ${englishMonth(day).slice(0, 3)}`
    : `${monthAndDate(day)}（${weekdayName(day, locale)}）`

/** With the year: 令和8年11月22日（日） / Sunday 22 November 2026 / 2026年（令和8年）11月22日（日曜日）. */
export const formatDayLong = (day: CalendarDay, locale: Locale): string => {
  if (locale === 'en') return `${weekdayName(day, 'en')} ${dateOf(day)} ${englishMonth(day)} ${yearOf(day)}`
  return `${formatYear(day, locale)}${monthAndDate(day)}（${weekdayName(day, locale)}）`
}

/** Of a day, its year alone: 令和8年 / 2026. */
export const formatYear = (day: CalendarDay, locale: Locale): string => {
  if (locale === 'en') return String(yearOf(day))
  return locale === 'easy' ? `${yearOf(day)}年（${eraYear(day)}）` : eraYear(day)
}

/** Minutes after midnight as a time of day: 午前10時30分 / 10:30. */
export const formatMinute = (minute: number, locale: Locale): string => {
  const hour = Math.floor(minute / 60)
  const rest = minute % 60
  if (locale === 'en') return `${two(hour)}:${two(rest)}`
  if (hour === 24) return '夜の12時'
  return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${rest === 0 ? '' : `${rest}分`}`
}

export const formatTime = (at: Date, zone: string, locale: Locale): string =>
  formatMinute(localOf(at, zone).minute, locale)

/** Day (with year) and time of an instant. */
export const formatInstant = (at: Date, zone: string, locale: Locale): string => {
  const { day, minute } = localOf(at, zone)
  return `${formatDayLong(day, locale)}${gap(locale)}${formatMinute(minute, locale)}`
}

/** Day without year and time: for lists of what is near. */
export const formatInstantShort = (at: Date, zone: string, locale: Locale): string => {
  const { day, minute } = localOf(at, zone)
  return `${formatDay(day, locale)}${gap(locale)}${formatMinute(minute, locale)}`
}

/** From one instant to another, the day said once where it is the same. */
export const formatSpan = (from: Date, to: Date, zone: string, locale: Locale): string => {
  const start = localOf(from, zone)
  const end = localOf(to, zone)
  const first = `${formatDayLong(start.day, locale)}${gap(locale)}${formatMinute(start.minute, locale)}`
  const second = start.day === end.day ? '' : `${formatDay(end.day, locale)}${gap(locale)}`
  return `${first}${until(locale)}${second}${formatMinute(end.minute, locale)}`
}

/** The two times of one day only: 午後1時〜午後3時. */
export const formatTimes = (from: Date, to: Date, zone: string, locale: Locale): string =>
  formatMinutes(localOf(from, zone).minute, localOf(to, zone).minute, locale)

export const formatMinutes = (from: number, to: number, locale: Locale): string =>
  `${formatMinute(from, locale)}${until(locale)}${formatMinute(to, locale)}`

/** From one day to another, both written already. */
export const formatDays = (from: string, to: string, locale: Locale): string =>
  `${from}${locale === 'en' ? ' – ' : until(locale)}${to}`

const until = (locale: Locale): string => (locale === 'en' ? '–' : locale === 'easy' ? ' から ' : '〜')

/** 'YYYY-MM' with its year: 令和8年（2026年）11月 / November 2026. */
export const formatMonth = (month: string, locale: Locale): string => {
  const first = `${month}-01` as CalendarDay
  if (locale === 'en') return `${englishMonth(first)} ${yearOf(first)}`
  return locale === 'easy'
    ? `${yearOf(first)}年（${eraYear(first)}）${monthIndex(first)}月`
    : `${eraYear(first)}（${yearOf(first)}年）${monthIndex(first)}月`
}

/** 令和8年度 / Fiscal 2026 (Reiwa 8) / 令和8年度（2026年4月から 2027年3月）. A fiscal year is named after the era it ends the year in. */
export const formatFiscalYear = (year: FiscalYear, locale: Locale): string => {
  const last = `${year}-12-31` as CalendarDay
  if (locale === 'en') return `Fiscal ${year} (${latinEra(last)})`
  return locale === 'easy' ? `${eraYear(last)}度（${year}年4月から ${year + 1}年3月）` : `${eraYear(last)}度`
}

export const weekdayName = (day: CalendarDay, locale: Locale): string => weekdayLabel(weekdayOf(day), locale)

/** 1 = Monday … 7 = Sunday. */
export const weekdayLabel = (weekday: number, locale: Locale): string => weekdays[locale][weekday - 1] ?? ''

const latinEra = (day: CalendarDay): string => {
  const era = eras.find((each) => day >= each.from)
  return era ? `${era.latin} ${yearOf(day) - Number(era.from.slice(0, 4)) + 1}` : String(yearOf(day))
}

const gap = (locale: Locale): string => (locale === 'ja' ? '' : ' ')
const two = (value: number): string => String(value).padStart(2, '0')
const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4))
const monthIndex = (day: CalendarDay): number => Number(day.slice(5, 7))
const dateOf = (day: CalendarDay): number => Number(day.slice(8, 10))
const monthAndDate = (day: CalendarDay): string => `${monthIndex(day)}月${dateOf(day)}日`
const englishMonth = (day: CalendarDay): string => englishMonths[monthIndex(day) - 1] ?? ''
