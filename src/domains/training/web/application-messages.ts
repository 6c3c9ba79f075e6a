import { defineMessages } from '#platform/messages/kinds.ts'
import { kind } from './run-messages.ts'

const toApplicants = {
  'training.application_received': kind(
    ['研修の申込を受け付けました', 'ありがとうございます。お返事まで、しばらくお待ちください。'],
    ['We have your application', 'Thank you. Please give us some time to answer.'],
    ['研修の 申し込みを 受け取りました', 'ありがとうございます。返事を 待ってください。'],
  ),
  'training.application_recorded': kind(
    [
      'うかがったことを、職員が記録しました',
      '研修の申込について、うかがったことを記録しました。ちがうところがあれば、お知らせください。',
    ],
    ['Staff wrote down what you told them', 'It is about your application. Tell us if something is not right.'],
    ['聞いたことを 職員が 書きました', '研修の 申し込みの ことです。ちがうときは、教えてください。'],
  ),
  'training.place_offered': kind(
    ['研修の席をご案内します', '参加するかどうかを、聞かせてください。'],
    ['There is a place for you in the course', 'Please tell us whether you come.'],
    ['研修の 席が あります', '来るか 来ないか、教えてください。'],
  ),
  'training.place_free': kind(
    ['研修の席が空きました', '順番が来ました。よろしければ、いかがですか。'],
    ['A place in the course has become free', 'It is your turn. Would you like to come?'],
    ['研修の 席が あきました', 'あなたの 番です。よかったら どうですか。'],
  ),
  'training.place_waiting': kind(
    ['ありがとうございます。今回は席が埋まりました', '空いたらお声がけしてもよいですか。'],
    ['Thank you. All places are taken this time', 'May we call you if one becomes free?'],
    ['ありがとうございます。今回は 席が いっぱいです', 'あいたら 知らせても いいですか。'],
  ),
  'training.not_this_time': kind(
    [
      '研修の申込についてのお手紙があります',
      '今回はご一緒できませんでした。申し込んでくださって、ありがとうございます。',
    ],
    ['There is a letter about your application', 'We cannot be together this time. Thank you for applying.'],
    [
      '研修の 申し込みの 手紙が あります',
      '今回は いっしょに できませんでした。申し込んでくれて、ありがとうございます。',
    ],
  ),
  'training.place_not_free': kind(
    ['研修が終わりました', '今回は席が空きませんでした。待っていてくださって、ありがとうございます。'],
    ['The course is over', 'No place became free this time. Thank you for waiting.'],
    ['研修が 終わりました', '今回は 席が あきませんでした。待って くれて、ありがとうございます。'],
  ),
  'training.offer_ends_soon': kind(
    [
      '研修の席のお返事をお待ちしています',
      (until) => `${until}まで、席を空けています。参加しないときも、電話でも、だいじょうぶです。`,
    ],
    [
      'We keep your place in the course',
      (until) => `Until ${until}. If you would rather not come, that is fine. You may also call.`,
    ],
    ['研修の 返事を 待って います', (until) => `${until}まで 席が あります。来ないときも、電話でも、いいです。`],
  ),
  'training.offer_lapsed': kind(
    [
      'お返事の日が過ぎたので、席は次の方にご案内しました',
      'だいじょうぶです。いまからでも、空きを待つことができます。',
    ],
    [
      'The day to answer has passed, so the next person was asked',
      'That is all right. You can still wait for a place.',
    ],
    ['返事の 日が すぎたので、つぎの 人に 聞きました', 'だいじょうぶです。今からでも 席を 待つことが できます。'],
  ),
  'training.needs_answered': kind(
    ['必要な配慮へのお返事があります', '用意できることと、その理由をご覧ください。'],
    ['There is an answer to what you need', 'See what can be provided, and why.'],
    ['手伝って ほしいことへの 返事が あります', 'できることと、その 理由を 見てください。'],
  ),
  'training.named_by_office': kind(
    [
      '研修に一緒に参加する方として、お名前が届いています',
      'ご自分の分を書いてください。書いたことは、事業所には見えません。参加しないときは、取り下げられます。',
    ],
    [
      'You are named as somebody who comes along to a course',
      'Please write your own part. Your office does not see it. If you would rather not come, take it back.',
    ],
    [
      '研修に いっしょに 来る 人として、あなたの 名前が あります',
      '自分の ことを 書いてください。場所の 人には 見えません。来ないときは、やめることが できます。',
    ],
  ),
  'training.withdrawn_together': kind(
    [
      '研修の申込が取り下げになりました',
      '2人で申し込んだときは、2人分が取り下げになります。また申し込むこともできます。',
    ],
    ['An application for a course was taken back', 'Where two applied together, both are. You can apply again.'],
    ['研修の 申し込みが なくなりました', '2人で 申し込んだときは、2人分 なくなります。また 申し込むことも できます。'],
  ),
  'training.taster_changed': kind(
    ['体験の日時か場所が変わりました', '新しい日時と場所をご覧ください。'],
    ['A taster has another time or place', 'See when and where.'],
    ['体験の 日か 場所が かわりました', '新しい 日と 場所を 見てください。'],
  ),
  'training.taster_cancelled': kind(
    ['体験が中止になりました', '申し訳ありません。ほかの体験もご覧ください。'],
    ['A taster was cancelled', 'We are sorry. Please look at the other ones.'],
    ['体験は なくなりました', 'ごめんなさい。ほかの 体験も 見てください。'],
  ),
}

const toStaff = {
  'training.offer_to_call': kind(
    ['研修の席のお返事を、電話でうかがってください', 'メールを使わない人です。返事の日が近づいています。'],
    ['Please call somebody about their place in the course', 'They use no mail, and the day to answer is near.'],
    ['研修の 席の 返事を、電話で 聞いて ください', 'メールを 使わない 人です。返事の 日が 近いです。'],
  ),
  'training.named_to_ask': kind(
    [
      '研修に名前の届いた方に、うかがってください',
      '事業所からお名前が届きました。ご本人の申込と同意を、うかがって書いてください。',
    ],
    ['Please ask somebody whom an office has named', 'Write down their own application and consent as they tell you.'],
    ['名前が とどいた 人に 聞いて ください', 'その人の 申し込みと「はい」を 聞いて、書いて ください。'],
  ),
  'training.applicant_submitted': kind(
    ['研修の申込がありました', '内容をご覧ください。'],
    ['Somebody applied for a course', 'Please have a look.'],
    ['研修の 申し込みが ありました', '見てください。'],
  ),
  'training.applicant_accepted': kind(
    ['研修に参加するとお返事がありました', '日程と必要な配慮をご確認ください。'],
    ['Somebody comes to the course', 'Please look at what they need.'],
    ['研修に 来ると 返事が ありました', '見てください。'],
  ),
  'training.applicant_declined': kind(
    ['研修を今回は見送るとお返事がありました', '待っている人がいれば、自動でお声がけします。'],
    ['Somebody does not come this time', 'Whoever waits is asked by itself.'],
    ['研修に 来ないと 返事が ありました', '待って いる 人に 聞きます。'],
  ),
  'training.applicant_withdrawn': kind(
    ['研修の申込の取り下げがありました', '待っている人がいれば、自動でお声がけします。'],
    ['An application was taken back', 'Whoever waits is asked by itself.'],
    ['申し込みを やめる 人が いました', '待って いる 人に 聞きます。'],
  ),
  'training.applicant_waiting': kind(
    ['研修の空きを待ちたいとお返事がありました', '席が空いたら、自動でお声がけします。'],
    ['Somebody would like to wait for a place', 'They are asked when one becomes free.'],
    ['席を 待ちたい 人が います', '席が あいたら 聞きます。'],
  ),
}

/** What is told about applications and tasters. */
export const applicationMessages = defineMessages({ ...toApplicants, ...toStaff })
