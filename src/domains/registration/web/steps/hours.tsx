import type { Weekday } from '#kernel/calendar-day.ts'
import { no, ok } from '#kernel/result.ts'
import { formatMinutes, weekdayLabel } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Checkboxes, TextField } from '#ui/index.ts'
import { type MinuteRange, mergedRanges } from '../../core/hours.ts'
import { type DayPart, dayParts, rangesAsTyped, rangesFrom } from '../../core/range-text.ts'
import type { Sheet } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const partsField = (weekday: Weekday): string => `parts_${weekday}`
const textField = (weekday: Weekday): string => `times_${weekday}`

const rangesOf = (sheet: Sheet, weekday: Weekday): MinuteRange[] =>
  mergedRanges(sheet.hours.weekly.filter((range) => range.weekday === weekday))

/** The ordinary week. */
export const hoursStep: SheetStep = {
  freeText: false,
  values: (sheet) =>
    Object.fromEntries(
      weekdays.flatMap((weekday) => {
        const { parts, text } = rangesAsTyped(rangesOf(sheet, weekday))
        return [
          [partsField(weekday), parts],
          [textField(weekday), text],
        ]
      }),
    ),
  fields: ({ form, facts }) => {
    const t = stepWords[facts.locale]
    return (
      <>
        {weekdays.map((weekday) => (
          <>
            <Checkboxes
              form={form}
              name={partsField(weekday)}
              label={dayName(weekday, facts.locale)}
              unmarked
              inline
              choices={(Object.keys(dayParts) as DayPart[]).map((value) => ({ value, label: t.parts[value] }))}
            />
            <TextField
              form={form}
              name={textField(weekday)}
              label={t.otherTimesOn(dayName(weekday, facts.locale))}
              hint={weekday === 1 ? t.otherTimesHint : undefined}
              unmarked
              maxlength={80}
            />
          </>
        ))}
      </>
    )
  },
  read: (form, { locale }) => {
    const days = weekdays.map((weekday) => ({
      weekday,
      ranges: rangesFrom(form.list(partsField(weekday)), form.text(textField(weekday)).slice(0, 80)),
    }))
    const wrong = days.filter((one) => one.ranges === null)
    if (wrong.length > 0) {
      return no(
        wrong.map(({ weekday }) => ({
          field: textField(weekday),
          message: `${dayName(weekday, locale)}：${stepWords[locale].timesWrong}`,
        })),
      )
    }
    const weekly = days.flatMap(({ weekday, ranges }) => (ranges ?? []).map((range) => ({ weekday, ...range })))
    return ok((sheet) => ({ ...sheet, hours: { ...sheet.hours, weekly } }))
  },
  lines: (sheet, { locale }) =>
    weekdays.flatMap((weekday) => {
      const text = rangesInWords(rangesOf(sheet, weekday), locale)
      return text ? [{ label: dayName(weekday, locale), text }] : []
    }),
}

export const rangesInWords = (ranges: readonly MinuteRange[], locale: Locale): string =>
  ranges.map((range) => formatMinutes(range.from, range.to, locale)).join(locale === 'en' ? ', ' : '、')

const dayName = (weekday: Weekday, locale: Locale): string => stepWords[locale].weekday(weekdayLabel(weekday, locale))
