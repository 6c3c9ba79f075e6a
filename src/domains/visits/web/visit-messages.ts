import type { Locale } from '#platform/i18n/reader.ts'
import { defineMessages, type MessageText } from '#platform/messages/kinds.ts'

type Said = [title: string, body: string]

const said =
  ([title, body]: Said) =>
  (): MessageText => ({ title, body })

const kind = (ja: Said, en: Said, easy: Said): Record<Locale, () => MessageText> => ({
  ja: said(ja),
  en: said(en),
  easy: said(easy),
})

/** What is told about a visit once it is planned: to everybody in it, each only what they need. */
export const visitMessages = defineMessages({
  'visits.visit_confirmed': kind(
    ['活動が決まりました', '日にちと場所をご確認ください。'],
    ['The visit is confirmed', 'Please see the day and the place.'],
    ['活動が 決まりました', '日と 場所を 見てください。'],
  ),
  'visits.visit_moved': kind(
    ['活動の日が変わりました', '新しい日で参加できるか、お知らせください。'],
    ['The visit has a new day', 'Please say whether the new day suits you.'],
    ['活動の 日が かわりました', '新しい 日に 行けるか 教えてください。'],
  ),
  'visits.visit_not_held': kind(
    ['活動は行われませんでした', 'どちらの側のことだったかを、ページに残しました。'],
    ['The visit did not take place', 'The page says on whose side it was.'],
    ['活動は ありませんでした', 'くわしくは ページを 見てください。'],
  ),
  'visits.seat_open': kind(
    ['活動の席があきました', '声をかけられる人がいるか、ご確認ください。'],
    ['A seat in a visit is open', 'Please see whom you could ask.'],
    ['活動の 席が あきました', '声を かけられる 人を 見てください。'],
  ),
  'visits.companion_changed': kind(
    ['同行する人が変わりました', 'この活動には、別の職員が同行します。'],
    ['Somebody else goes along', 'Another member of staff accompanies this visit.'],
    ['いっしょに 行く 職員が かわりました', 'ほかの 職員が 行きます。'],
  ),
  'visits.meeting_planned': kind(
    ['顔合わせの日が決まりました', '日時と場所をご確認ください。'],
    ['A meeting beforehand is planned', 'Please see when and where.'],
    ['先に 会う 日が 決まりました', '日と 場所を 見てください。'],
  ),
  'visits.meeting_cancelled': kind(
    ['顔合わせは取りやめになりました', '活動の予定は変わりません。'],
    ['The meeting beforehand is off', 'The visit itself stays as planned.'],
    ['先に 会うのは 中止に なりました', '活動の 日は かわりません。'],
  ),
  'visits.how_is_it_before': kind(
    ['もうすぐ活動の日です', '行く前の気持ちを書いておけます。書かなくてもかまいません。'],
    ['A visit is coming up', 'You may note how you feel beforehand. You do not have to.'],
    ['もうすぐ 活動の 日です', '行く 前の 気持ちを 書くことが できます。書かなくても だいじょうぶです。'],
  ),
  'visits.how_was_it': kind(
    ['おつかれさまでした', '行ったあとの気持ちを書いておけます。書かなくてもかまいません。'],
    ['Thank you for today', 'You may note how it was for you. You do not have to.'],
    ['おつかれさまでした', '気持ちを 書くことが できます。書かなくても だいじょうぶです。'],
  ),
  'visits.thanks_welcome': kind(
    ['活動が終わりました', '来た人への言葉があれば、お寄せください。'],
    ['The visit is over', 'If you have words for who came, we pass them on.'],
    ['活動が 終わりました', '来た 人への ことばを 書くことが できます。'],
  ),
  'visits.thanks_came': kind(
    ['場から言葉が届きました', '読んでから、本人に伝えてください。'],
    ['Words from a place have come', 'Please read them and pass them on.'],
    ['場所の 人から ことばが 来ました', '読んでから、本人に 伝えてください。'],
  ),
  'visits.thanks_for_you': kind(
    ['場からあなたへの言葉があります', '読みたいときに開いてください。'],
    ['There are words for you from the place', 'Open them whenever you like.'],
    ['場所の 人から ことばが あります', '読みたいときに 開いてください。'],
  ),
  'visits.series_to_agree': kind(
    ['くり返しの活動の予定ができました', 'すべての日でよいか、ご確認ください。'],
    ['A visit that repeats is planned', 'Please say whether the days suit you.'],
    ['くりかえす 活動の 予定が できました', '日を 見て、返事を してください。'],
  ),
  'visits.series_invited': kind(
    ['くり返しの活動のお誘いがあります', 'ぜんぶの日でも、選んだ日だけでも参加できます。'],
    ['An invitation to a visit that repeats', 'All days or only some: as you like.'],
    ['くりかえす 活動の おさそいが あります', '全部の 日でも、えらんだ 日だけでも だいじょうぶです。'],
  ),
  'visits.series_confirmed': kind(
    ['くり返しの活動の日が決まりました', 'どの日が決まったかを、まとめてご覧ください。'],
    ['Days of a visit that repeats are confirmed', 'See all of them on one page.'],
    ['くりかえす 活動の 日が 決まりました', 'どの日かを 見てください。'],
  ),
  'visits.series_cancelled': kind(
    ['くり返しの活動がなくなりました', '時間は空きました。何もしなくてだいじょうぶです。'],
    ['A visit that repeats will not take place', 'Your time is free again. There is nothing you need to do.'],
    ['くりかえす 活動が なくなりました', '何も しなくて いいです。'],
  ),
  'visits.series_to_accompany': kind(
    ['くり返しの活動の同行をお願いします', '同行する日を、まとめてご確認ください。'],
    ['Please go along with a visit that repeats', 'See all the days on one page.'],
    ['くりかえす 活動に いっしょに 行ってください', 'どの日かを 見てください。'],
  ),
  'visits.series_seats_open': kind(
    ['くり返しの活動で席があきました', '声をかけられる人がいるか、ご確認ください。'],
    ['Seats are open on some days of a visit that repeats', 'Please see whom you could ask.'],
    ['くりかえす 活動の 席が あきました', '声を かけられる 人を 見てください。'],
  ),
  'visits.series_days_gone': kind(
    ['くり返しの活動の日が変わりました', 'なくなった日の時間は空きました。いまの予定をご覧ください。'],
    ['The days of a visit that repeats have changed', 'Days that went are free again. Please see what is planned now.'],
    ['くりかえす 活動の 日が かわりました', 'なくなった 日は 行かなくて いいです。今の 予定を 見てください。'],
  ),
})
