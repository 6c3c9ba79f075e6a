import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayFromSerial } from '#kernel/calendar-day.ts'
import { fiscalYear } from '#kernel/fiscal-year.ts'
import {
  eraYear,
  formatDay,
  formatDayLong,
  formatFiscalYear,
  formatInstant,
  formatMinute,
  formatMonth,
  formatSpan,
  formatTime,
  formatYear,
} from './dates.ts'

const zone = 'Asia/Tokyo'
const sunday = day('2026-11-22')

describe('days', () => {
  test('are written as each language does, with the era where Japanese is read', () => {
    expect(formatDayLong(sunday, 'ja')).toBe('令和8年11月22日（日）')
    expect(formatDayLong(sunday, 'en')).toBe('Sunday 22 November 2026')
    expect(formatDayLong(sunday, 'easy')).toBe('2026年（令和8年）11月22日（日曜日）')
    expect((['ja', 'en', 'easy'] as const).map((locale) => formatYear(sunday, locale))).toEqual([
      '令和8年',
      '2026',
      '2026年（令和8年）',
    ])
    expect(formatDay(sunday, 'ja')).toBe('11月22日（日）')
    expect(formatDay(sunday, 'en')).toBe('Sun 22 Nov')
  })

  test('change their era on the day it changed', () => {
    expect(eraYear(day('2019-04-30'))).toBe('平成31年')
    expect(eraYear(day('2019-05-01'))).toBe('令和元年')
    expect(eraYear(day('1989-01-07'))).toBe('昭和64年')
    expect(eraYear(day('1989-01-08'))).toBe('平成元年')
  })

  test('agree with Intl for every day since 1927', () => {
    const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      timeZone: 'UTC',
      era: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
    })
    fc.assert(
      fc.property(fc.integer({ min: -15_700, max: 40_000 }), (serial) => {
        const value = dayFromSerial(serial)
        expect(formatDayLong(value, 'ja')).toBe(intl.format(new Date(serial * 86_400_000)).replace(/\((.)\)/, '（$1）'))
      }),
    )
  })
})

test('times of day are words in Japanese and figures in English', () => {
  expect(formatTime(new Date('2026-11-22T01:30:00Z'), zone, 'ja')).toBe('午前10時30分')
  expect(formatTime(new Date('2026-11-22T01:30:00Z'), zone, 'en')).toBe('10:30')
  expect(formatMinute(720, 'ja')).toBe('午後0時')
  expect(formatMinute(1440, 'ja')).toBe('夜の12時')
})

test('an instant after midnight in Tokyo belongs to the new day', () => {
  expect(formatInstant(new Date('2026-03-31T15:30:00Z'), zone, 'ja')).toBe('令和8年4月1日（水）午前0時30分')
})

test('other zones are asked of Intl', () => {
  expect(formatTime(new Date('2026-07-01T12:00:00Z'), 'Europe/Berlin', 'en')).toBe('14:00')
})

test('a span says the day once, or both where it passes midnight', () => {
  const from = new Date('2026-11-22T04:00:00Z')
  expect(formatSpan(from, new Date('2026-11-22T06:30:00Z'), zone, 'ja')).toBe(
    '令和8年11月22日（日）午後1時〜午後3時30分',
  )
  expect(formatSpan(from, new Date('2026-11-22T16:00:00Z'), zone, 'en')).toBe(
    'Sunday 22 November 2026 13:00–Mon 23 Nov 01:00',
  )
})

test('months and fiscal years carry their era', () => {
  expect(formatMonth('2026-11', 'ja')).toBe('令和8年（2026年）11月')
  expect(formatFiscalYear(fiscalYear(2026), 'ja')).toBe('令和8年度')
  expect(formatFiscalYear(fiscalYear(2019), 'ja')).toBe('令和元年度')
  expect(formatFiscalYear(fiscalYear(2026), 'en')).toBe('Fiscal 2026 (Reiwa 8)')
})
