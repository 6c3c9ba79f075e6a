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

const toSupporters = {
  'visits.proposal_sent': kind(
    ['お誘いがあります', '行ってみたいものかどうか、見てみてください。見送ってもだいじょうぶです。'],
    ['There is an invitation for you', 'Have a look whether you would like to. A no is fine.'],
    ['お誘いが あります', '見てみてください。行かなくても だいじょうぶです。'],
  ),
  'visits.proposal_reminder': kind(
    ['お誘いを見ていただけましたか', '急ぎません。むずかしいときは「今回は見送ります」を押すだけで十分です。'],
    ['Have you seen the invitation?', 'No hurry. If it does not suit you, pressing “not this time” is enough.'],
    ['お誘いを 見ましたか', 'いそがなくて いいです。行かないときは「今回は 行かない」を おしてください。'],
  ),
  'visits.proposal_reply': kind(
    ['聞きたいことへの返事が届きました', '読んでから、ゆっくり決めてください。'],
    ['There is a reply to your question', 'Read it and take your time.'],
    ['返事が 来ました', '読んでから、ゆっくり 決めてください。'],
  ),
  'visits.proposal_changed': kind(
    ['お誘いの内容が変わりました', '変わったところを見て、よければもう一度気持ちを聞かせてください。'],
    ['An invitation has changed', 'Please see what changed. You may answer again.'],
    ['お誘いの 内容が かわりました', 'もう一度 見てください。返事を かえても いいです。'],
  ),
  'visits.proposal_withdrawn': kind(
    ['お誘いがなくなりました', '何もしなくてだいじょうぶです。また別のときにお誘いします。'],
    ['An invitation was taken back', 'There is nothing you need to do. We will ask you another time.'],
    ['お誘いは なくなりました', '何も しなくて いいです。また お誘いします。'],
  ),
  'visits.proposal_withdrawn_for_rest': kind(
    ['お休みのあいだ、お誘いは取り消しました', 'ゆっくりしてください。戻ってきたら、またお誘いします。'],
    ['While you rest, the invitation was taken back', 'Take your time. We will ask you again when you are back.'],
    ['休む あいだ、お誘いは なくしました', 'ゆっくり 休んでください。また お誘いします。'],
  ),
  'visits.still_wish': kind(
    [
      'お休みのあいだの予定について',
      '「参加したい」と聞いていたものがあります。そのままでよいか、見送るか、聞かせてください。どちらでもだいじょうぶです。',
    ],
    [
      'About something you said yes to',
      'You are taking a rest now. Would you still like to, or rather not? Either is fine.',
    ],
    [
      '休む あいだの 予定に ついて',
      '「行きたい」と 言った ものが あります。行くか、行かないか、教えてください。どちらでも いいです。',
    ],
  ),
  'visits.seat_filled': kind(
    ['ありがとうございます。今回は席が埋まりました', '空いたらお声がけしてもよいですか。'],
    ['Thank you. All seats are taken this time', 'May we call you if one opens?'],
    ['ありがとうございます。席が いっぱいに なりました', 'あいたら 知らせても いいですか。'],
  ),
  'visits.seat_opened': kind(
    ['席が空きました', 'よろしければ、いかがですか。'],
    ['A seat has opened', 'Would you like to come?'],
    ['席が あきました', 'よかったら どうですか。'],
  ),
}

const toStaff = {
  'visits.question_asked': kind(
    ['「聞いてから決めたい」と質問が届きました', '返事をお願いします。'],
    ['Somebody asks something before deciding', 'Please reply.'],
    ['質問が 来ました', '返事を してください。'],
  ),
  'visits.seats_full': kind(
    ['席がすべて埋まりました', '活動をつくれます。'],
    ['All seats have a yes', 'The visit can be made.'],
    ['席が ぜんぶ うまりました', '活動を つくれます。'],
  ),
  'visits.seat_freed': kind(
    ['席が1つ空きました', '「空いたら声をかけて」という人がいるか、ご確認ください。'],
    ['A seat has opened', 'Please see whether somebody wished to be called.'],
    ['席が 1つ あきました', '知らせて ほしい 人が いるか 見てください。'],
  ),
}

const ofVisits = {
  'visits.visit_planned': kind(
    ['活動の日が決まりました', '日時や場所、いっしょに行く人をご覧ください。'],
    ['The day of your visit is settled', 'See when, where and who goes with you.'],
    ['活動の 日が 決まりました', 'いつ、どこで、だれと 行くかを 見てください。'],
  ),
  'visits.still_wish_visit': kind(
    [
      'お休みのあいだの活動について',
      '参加する予定の活動があります。そのまま参加するか、今回は休むか、ゆっくり決めて聞かせてください。どちらでもだいじょうぶです。',
    ],
    [
      'About a visit while you rest',
      'You had agreed to a visit. Would you still like to come, or rather rest? Either is fine.',
    ],
    [
      '休む あいだの 活動に ついて',
      '行く 予定の 活動が あります。行くか、休むか、教えてください。どちらでも いいです。',
    ],
  ),
  'visits.seat_unsure': kind(
    ['活動に行く人に、もう一度聞いています', 'お休みに入ったため、参加するかどうかを確かめています。'],
    ['Somebody is asked again about a visit', 'They are taking a rest now: whether they still come is being asked.'],
    ['行く人に もう一度 聞いて います', '休みに 入ったので、行くかどうか 聞いて います。'],
  ),
  'visits.visit_to_accompany': kind(
    ['同行をお願いします', '活動の内容をご確認ください。'],
    ['Please go along', 'See what the visit is about.'],
    ['いっしょに 行ってください', '活動の 内容を 見てください。'],
  ),
  'visits.visit_to_agree': kind(
    ['来てくれるピアサポーターが決まりました', '内容をご覧のうえ、「この日で了承する」を押してください。'],
    ['Peer supporters have said yes', 'Please look at it and press that you agree.'],
    ['来る人が 決まりました', '見てから、「この日で いいです」を おしてください。'],
  ),
  'visits.visit_cancelled': kind(
    ['活動がなくなりました', '時間は空きました。何もしなくてだいじょうぶです。'],
    ['A visit will not take place', 'Your time is free again. There is nothing you need to do.'],
    ['活動が なくなりました', '何も しなくて いいです。'],
  ),
}

/** What is told about proposals, and when a visit is made of them. */
export const proposalMessages = defineMessages({ ...toSupporters, ...toStaff, ...ofVisits })
