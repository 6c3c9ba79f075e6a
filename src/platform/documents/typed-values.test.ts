import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daySerial } from '#kernel/calendar-day.ts'
import { keptText, plainText, readCount, readDay, readMinute, readMoment } from './typed-values.ts'

describe('a day as offices write it', () => {
  test.each([
    ['R6.4.1', '2024-04-01'],
    ['Ｒ６．４．１', '2024-04-01'],
    ['r6/4/1', '2024-04-01'],
    ['令和6年4月1日', '2024-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['令6.4.1', '2024-04-01'],
    ['㋿6年4月1日', '2024-04-01'],
    ['H31.4.30', '2019-04-30'],
    ['平成３１年４月３０日', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['S55-3-1', '1980-03-01'],
    ['大正15年12月24日', '1926-12-24'],
    ['2024-04-01', '2024-04-01'],
    ['2024/4/1', '2024-04-01'],
    ['2024.4.1', '2024-04-01'],
    ['２０２４年４月１日（月）', '2024-04-01'],
    ['20240401', '2024-04-01'],
    ['2024-04-01 00:00', '2024-04-01'],
    ['45383', '2024-04-01'],
    ['45383.5', '2024-04-01'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s is %s', (typed, expected) => expect(readDay(typed)).toBe(expected))

  test.each([
    '',
    '令和6年',
    'R1.4.30',
    'H31.5.1',
    'S64.1.8',
    '平成0年1月1日',
    '2023-02-29',
    '2024-13-01',
    '4月1日',
    '2024/4',
    'R6.4.1ごろ',
    '1234',
    'Q6.4.1',
  ])('%j is no day', (typed) => expect(readDay(typed)).toBe(null))

  test('any day, as a spreadsheet counts it and as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (after) => {
        const some = addDays(day('1930-01-01'), after)
        expect(readDay(some)).toBe(some)
        expect(readDay(String(daySerial(some) - daySerial(day('1899-12-30'))))).toBe(some)
      }),
    )
  })

  test('any text is a day or none', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void readDay(typed)))
  })
})

test('words stay as they were written, but for half-width katakana and spaces', () => {
  expect(keptText(' 髙﨑\u3000𠮷田 ﾊﾟﾙ Ａ棟 ')).toBe('髙﨑 𠮷田 パル Ａ棟')
  expect(keptText('\ufa19田')).toBe('\ufa19田')
})

test('half-width katakana, full-width letters and digits, spaces', () => {
  expect(plainText(' ﾐﾎﾝ　ﾀﾛｳ\u00a0 １２Ａ')).toBe('ミホン タロウ 12A')
})

test.each([
  ['12', 12],
  ['１２', 12],
  ['1,200', 1200],
  ['3回', 3],
  ['第3回', 3],
  ['5.0', 5],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['12,3', null],
  ['三', null],
])('%j as a number is %j', (typed, expected) => expect(readCount(typed)).toBe(expected))

test.each([
  ['9:30', 570],
  ['０９：３０', 570],
  ['13時', 780],
  ['9時30分', 570],
  ['午後1時', 780],
  ['午前12:15', 15],
  ['12:00 ', 720],
  ['0.5625', 810],
  ['PM 1:05', 785],
  ['24:00', null],
  ['9:60', null],
  ['午後13時', null],
  ['', null],
])('%j as a time of day is %j', (typed, expected) => expect(readMinute(typed)).toBe(expected))

test.each([
  ['2024-04-01', '2024-04-01', null],
  ['2024-04-01 10:00', '2024-04-01', 600],
  ['2024/4/1 9:30:00', '2024-04-01', 570],
  ['Ｒ６．４．１ ９：３０', '2024-04-01', 570],
  ['45383.4375', '2024-04-01', 630],
  ['45383', '2024-04-01', null],
])('%j as a moment is %s, minute %j', (typed, day, minute) => expect(readMoment(typed)).toEqual({ day, minute }))

test.each(['10:00', '2024-04-01 25:00', '2024-02-30 10:00', '朝'])('%j is no moment', (typed) =>
  expect(readMoment(typed)).toBeNull(),
)
