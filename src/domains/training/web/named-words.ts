import { words } from '#platform/i18n/words.ts'

/** An office names who comes; each of them writes alone. */
export const namedWords = words({
  ja: {
    confirmed: 'ご本人の同意を、どう確かめましたか',
    confirmedHint: '同意にしるしをつけるときに、選んでください',
    consentBy: {
      self: 'ご本人がしるしをつけました',
      office: '事業所の担当者がしるしをつけました。ご本人には、まだ確かめていません',
      told: (how: string) => `ご本人に${how}確かめました`,
    },
    ownPart: 'ご自分の分は、ご自分で書きます。ほかの方には、ご本人あてに続きを書くページをお知らせします。',
    mailHint: 'ご本人が読むアドレスを書いてください。ないときは空欄にすると、職員がご本人にうかがいます',
    ownMailHint:
      'ご自分のことなら、空欄のままに。ほかの方のときは、ご本人が読むアドレスを書いてください（ないときは、職員がうかがいます）',
    ownMailbox: 'ご本人が読むアドレスを書いてください。ないときは空欄のままでけっこうです',
    title: (place: string) => `${place}の方から、お名前をいただきました`,
    lead: (run: string) =>
      `研修「${run}」に、一緒に参加する方としてお名前が届いています。書いたことと必要な配慮は、事業所には見えません。参加しないときは、取り下げられます。`,
    closed: 'この方が書くことは、ご本人と事業の担当者だけが読みます。',
    draft: 'ご本人が書くのを待っています。',
    invite: 'もう一度お知らせする',
    email: 'メールアドレス',
    asked: {
      sign_in: 'ご本人にお知らせしました。サインインして書けます',
      mail: 'ご本人に、続きを書くページのメールをお送りしました',
      staff: '職員がご本人にうかがいます',
    },
    enough: 'いまは、続けてメールをお送りできません。届いていないようなら、窓口にお電話ください',
    withdraw: 'この申込を取り下げる',
    alsoBoth: '一緒に申し込む方の分も、取り下げになります',
    waits: 'あなたの分を預かりました。一緒に申し込む方の分がそろうと、2人分まとめて届きます',
    waitsLead: 'あなたの分は預かっています。一緒に申し込む方の分がそろうと、2人分まとめて届きます。',
  },
  en: {
    confirmed: 'How did they confirm that they agree?',
    confirmedHint: 'Please choose when you tick the consent',
    consentBy: {
      self: 'They ticked it themselves',
      office: 'Their office ticked it. It has not been confirmed with them yet',
      told: (how) => `Confirmed with them ${how}`,
    },
    ownPart: 'You write your own part. Anybody else is told where to write theirs.',
    mailHint: 'An address that they read themselves. Leave it empty if there is none: staff will ask them',
    ownMailHint:
      'Leave it empty if this is you. For somebody else, an address that they read themselves; if there is none, staff will ask them',
    ownMailbox: 'Please write an address that they read themselves, or leave it empty',
    title: (place) => `${place} has given us your name`,
    lead: (run) =>
      `You are named as somebody who comes along to “${run}”. Your office does not see what you write or need. You can take it back if you would rather not come.`,
    closed: 'What they write is read only by themselves and by staff of the programme.',
    draft: 'It waits for them to write.',
    invite: 'Tell them again',
    email: 'Mail address',
    asked: {
      sign_in: 'They were told, and can write after signing in',
      mail: 'A mail with their own page is on its way to them',
      staff: 'Staff will ask them',
    },
    enough: 'No more mails can be sent for now. If nothing came, please call the office',
    withdraw: 'Take this application back',
    alsoBoth: 'That of the one who comes along is taken back too',
    waits: 'We keep your part. Both are sent once the other one has written theirs',
    waitsLead: 'We keep your part. Both are sent once the other one has written theirs.',
  },
  easy: {
    confirmed: 'その人の「はい」を、どうやって 聞きましたか',
    confirmedHint: '「はい」に しるしを つけるときに、えらんでください',
    consentBy: {
      self: 'その人が しるしを つけました',
      office: '場所の 人が しるしを つけました。その人には、まだ 聞いて いません',
      told: (how) => `その人に ${how} 聞きました`,
    },
    ownPart: '自分の ことは 自分で 書きます。ほかの 人には、その人に 書く ページを 知らせます。',
    mailHint: 'その人が 読む アドレスを 書いてください。ないときは 何も 書かないで ください。職員が その人に 聞きます',
    ownMailHint:
      '自分の ことなら、書かなくて いいです。ほかの 人の ときは、その人が 読む アドレスを 書いてください。ないときは 職員が 聞きます',
    ownMailbox: 'その人が 読む アドレスを 書いてください。ないときは 書かなくて いいです',
    title: (place) => `${place}の 人が、あなたの 名前を 書きました`,
    lead: (run) =>
      `研修「${run}」に いっしょに 来る 人として、あなたの 名前が あります。書いたことは、場所の 人には 見えません。来ないときは、やめることが できます。`,
    closed: 'この人が 書くことは、その人と 事業の 人だけが 読みます。',
    draft: 'この人が 書くのを 待って います。',
    invite: 'もう一度 知らせる',
    email: 'メールアドレス',
    asked: {
      sign_in: 'その人に 知らせました。サインインして 書けます',
      mail: 'その人に、書く ページの メールを 送りました',
      staff: '職員が その人に 聞きます',
    },
    enough: '今は もう メールを 送れません。とどいて いないときは、電話を してください',
    withdraw: 'この申し込みを やめる',
    alsoBoth: 'いっしょに 申し込む 人の 申し込みも なくなります',
    waits: 'あなたの 分を あずかりました。いっしょに 申し込む 人が 書くと、2人分が とどきます',
    waitsLead: 'あなたの 分を あずかって います。いっしょに 申し込む 人が 書くと、2人分が とどきます。',
  },
})
