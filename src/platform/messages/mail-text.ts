import type { Locale } from '#platform/i18n/reader.ts'

export interface MailText {
  subject: string
  body: string
}

/** The mail of every notice: that there is one, and a link. Who reads over a shoulder learns nothing. */
export const noticeMail = (locale: Locale, link: string): MailText => notice[locale](link)

/** The mail with which a person comes in. */
export const signInMail = (locale: Locale, link: string): MailText => signIn[locale](link)

/** The mail with which a person is asked to join. */
export const inviteMail = (locale: Locale, link: string): MailText => invite[locale](link)

/** The mail that tells the owner of a new password or second factor. */
export const changedMail = (locale: Locale, link: string): MailText => changed[locale](link)

type MailWords = Record<Locale, (link: string) => MailText>

const notice: MailWords = {
  ja: (link) => ({
    subject: '新しいお知らせがあります',
    body: `新しいお知らせがあります。\n次のリンクからサインインして、ごらんください。\n\n${link}\n\n返事を急ぐことはありません。このメールには返信できません。\n受け取り方や時間は、サインインして変えられます。\n`,
  }),
  en: (link) => ({
    subject: 'There is a new notice for you',
    body: `There is a new notice for you.\nPlease sign in with this link to read it.\n\n${link}\n\nThere is no hurry. Replies to this mail are not read.\nYou can change how and when you get mails after signing in.\n`,
  }),
  easy: (link) => ({
    subject: 'あたらしい おしらせが あります',
    body: `あたらしい おしらせが あります。\nしたの リンクを ひらいて、サインインして、みて ください。\n\n${link}\n\nいそがなくて だいじょうぶです。この メールに へんじは できません。\nメールの うけとりかたは、サインインして かえられます。\n`,
  }),
}

const signIn: MailWords = {
  ja: (link) => ({
    subject: 'サインインのリンク',
    body: `サインインのリンクです。開いてから、画面のボタンを押してください。\n\n${link}\n\n一度だけ、しばらくの間使えます。\n心当たりがないときは、何もしなくてだいじょうぶです。\n`,
  }),
  en: (link) => ({
    subject: 'Your sign-in link',
    body: `Here is your sign-in link. Open it and press the button on the page.\n\n${link}\n\nIt works once, for a short while.\nIf you did not ask for it, you need not do anything.\n`,
  }),
  easy: (link) => ({
    subject: 'サインインの リンク',
    body: `サインインの リンクです。ひらいて、ボタンを おして ください。\n\n${link}\n\n１かい だけ、すこしの あいだ つかえます。\nしらない メールの ときは、なにも しなくて だいじょうぶです。\n`,
  }),
}

const invite: MailWords = {
  ja: (link) => ({
    subject: 'ご案内があります',
    body: `ご案内があります。次のリンクを開いて、画面のボタンを押してください。\n\n${link}\n\n一度だけ使えます。心当たりがないときは、何もしなくてだいじょうぶです。\n`,
  }),
  en: (link) => ({
    subject: 'An invitation for you',
    body: `There is an invitation for you. Open this link and press the button on the page.\n\n${link}\n\nIt works once. If you do not expect it, you need not do anything.\n`,
  }),
  easy: (link) => ({
    subject: 'ごあんないが あります',
    body: `ごあんないが あります。したの リンクを ひらいて、ボタンを おして ください。\n\n${link}\n\n１かい だけ つかえます。しらない メールの ときは、なにも しなくて だいじょうぶです。\n`,
  }),
}

const changed: MailWords = {
  ja: (link) => ({
    subject: 'サインインの設定が変わりました',
    body: `サインインの設定（パスワード、認証アプリ、復旧コード）が変わりました。\nご自分で変えた方は、何もしなくてだいじょうぶです。\n\n心当たりがないときは、次のページで確かめ、窓口にお電話ください。\n\n${link}\n`,
  }),
  en: (link) => ({
    subject: 'Your sign-in settings have changed',
    body: `Your sign-in settings (password, authenticator app or recovery codes) have changed.\nIf you changed them yourself, you need not do anything.\n\nIf not, please look at this page and call the office.\n\n${link}\n`,
  }),
  easy: (link) => ({
    subject: 'サインインの せっていが かわりました',
    body: `サインインの せってい（パスワード、アプリ、かみの コード）が かわりました。\nじぶんで かえた ひとは、なにも しなくて だいじょうぶです。\n\nしらない ときは、この ページを みて、でんわして ください。\n\n${link}\n`,
  }),
}
