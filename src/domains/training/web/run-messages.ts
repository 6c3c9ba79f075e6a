import { parseDay } from '#kernel/calendar-day.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { defineMessages, type MessageParams, type MessageText } from '#platform/messages/kinds.ts'

type Said = readonly [title: string | ((no: number) => string), body: string | ((until: string) => string)]

const said =
  ([title, body]: Said, locale: Locale) =>
  (params: MessageParams): MessageText => ({
    title: typeof title === 'string' ? title : title(Number(params['no'])),
    body: typeof body === 'string' ? body : body(dayText(params['until'], locale)),
  })

const dayText = (until: string | number | undefined, locale: Locale): string => {
  const on = parseDay(String(until))
  return on ? formatDayLong(on, locale) : ''
}

export const kind = (ja: Said, en: Said, easy: Said): Record<Locale, (params: MessageParams) => MessageText> => ({
  ja: said(ja, 'ja'),
  en: said(en, 'en'),
  easy: said(easy, 'easy'),
})

/** What those who come to a run are told about its timetable. */
export const runMessages = defineMessages({
  'training.session_planned': kind(
    [(no) => `研修の第${no}回の日が決まりました`, '日時と場所をご覧ください。'],
    [(no) => `Session ${no} of the course has a day`, 'See when and where.'],
    [(no) => `研修の 第${no}回の 日が 決まりました`, 'いつ、どこでかを 見てください。'],
  ),
  'training.session_moved': kind(
    [
      (no) => `研修の第${no}回の日時が変わりました`,
      '新しい日時をご覧ください。都合が合わないときは、お知らせください。',
    ],
    [(no) => `Session ${no} of the course has another time`, 'See the new time. Tell us if it does not suit you.'],
    [(no) => `研修の 第${no}回の 日が かわりました`, '新しい 日を 見てください。行けないときは、教えてください。'],
  ),
  'training.session_changed': kind(
    [(no) => `研修の第${no}回の場所が変わりました`, '新しい場所をご覧ください。日時は同じです。'],
    [(no) => `Session ${no} of the course is somewhere else`, 'See the new place. The time is the same.'],
    [(no) => `研修の 第${no}回の 場所が かわりました`, '新しい 場所を 見てください。日と 時間は 同じです。'],
  ),
  'training.session_cancelled': kind(
    [(no) => `研修の第${no}回がなくなりました`, 'その時間は空きました。これからのことは、あらためてお知らせします。'],
    [
      (no) => `Session ${no} of the course will not take place`,
      'Your time is free again. We will tell you how it goes on.',
    ],
    [(no) => `研修の 第${no}回は なくなりました`, 'その日は 来なくて いいです。つぎの ことは また 知らせます。'],
  ),
  'training.session_tomorrow': kind(
    [
      (no) => `明日は研修の第${no}回です`,
      '時間と場所を確かめておいてください。調子が合わないときは、無理をせずにお知らせください。',
    ],
    [(no) => `Session ${no} of the course is tomorrow`, 'See when and where. If you do not feel well, just tell us.'],
    [
      (no) => `あしたは 研修の 第${no}回です`,
      '時間と 場所を 見てください。つらいときは、休んで いいです。教えてください。',
    ],
  ),
  'training.run_cancelled': kind(
    ['研修が中止になりました', '申し訳ありません。次の機会があるときは、お知らせします。'],
    ['The course will not take place', 'We are sorry. We will tell you when there is another one.'],
    ['研修は なくなりました', 'ごめんなさい。また あるときは、お知らせします。'],
  ),
  'training.named_for_run': kind(
    ['研修の担当になりました', '日程をご確認ください。'],
    ['You are named for a run of a course', 'Please see its timetable.'],
    ['研修の 担当に なりました', '日を 見てください。'],
  ),
})
