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

/** What is told about requests: to places, to supporters with an idea, to coordinators. */
export const requestMessages = defineMessages({
  'visits.request_submitted': kind(
    ['依頼が届きました', '内容をご確認ください。'],
    ['A request has come in', 'Please look at it.'],
    ['お願いが 来ました', '内容を 見てください。'],
  ),
  'visits.request_submitted_again': kind(
    ['相談していた依頼が、また届きました', '変わったところをご確認ください。'],
    ['A request came back', 'Please see what was changed.'],
    ['相談していた お願いが また 来ました', 'かわった ところを 見てください。'],
  ),
  'visits.request_back': kind(
    ['依頼の内容を相談しなおしたいそうです', '理由をご確認ください。'],
    ['They would like to talk the content over again', 'Please read the reason.'],
    ['もう一度 相談したい そうです', '理由を 見てください。'],
  ),
  'visits.request_place_agreed': kind(
    ['発案を、場が受け入れてくれました', '人さがしを始められます。'],
    ['A place agreed to the idea', 'You can begin to look for people.'],
    ['場所が 「いいですよ」と 言いました', '人を さがせます。'],
  ),
  'visits.request_adjusting': kind(
    ['内容について相談させてください', '事業の職員からの言葉をご覧ください。'],
    ['May we talk over the content?', 'Please read what the programme staff wrote.'],
    ['内容を 相談させてください', '事業の 人の ことばを 見てください。'],
  ),
  'visits.request_agreed': kind(
    ['内容が決まりました', 'これから、行けるピアサポーターをさがします。'],
    ['The content is settled', 'Now we look for peer supporters who can come.'],
    ['内容が 決まりました', 'これから 行く人を さがします。'],
  ),
  'visits.request_withdrawn': kind(
    ['依頼が取り下げられました', 'また必要なときに、いつでもどうぞ。'],
    ['A request was withdrawn', 'Asking again is always possible.'],
    ['お願いは なくなりました', 'また いつでも お願いできます。'],
  ),
  'visits.request_not_possible': kind(
    ['今回はご一緒できませんでした', '理由をお伝えします。別のかたちも、いっしょに考えさせてください。'],
    ['It is not possible this time', 'Please read the reason. We gladly think about another way together.'],
    ['今回は いっしょに できませんでした', '理由を 見てください。ほかの やりかたも いっしょに 考えます。'],
  ),
  'visits.idea_offered': kind(
    ['ピアサポーターからの提案があります', '「こんなことをやってみたい」という提案です。よろしければご覧ください。'],
    ['A peer supporter suggests something', 'It would take place with you. Please have a look.'],
    ['ピアサポーターが 「やってみたい」と 言っています', 'よかったら 見てください。'],
  ),
})
