import { staffWords } from '#platform/i18n/words.ts'

/** The columns of a list of people. */
export const intakePeopleWords = staffWords({
  ja: {
    title: '名簿（人）',
    lead: '名前と連絡先の一覧です。同じ人かもしれないときは、1人ずつ確かめます。',
    name: '氏名',
    kana: 'よみがな',
    number: '登録番号',
    nickname: '呼ばれたい名前',
    email: 'メールアドレス',
    phone: '電話番号',
    reasons: {
      twice: '同じ人が、この表の上の行にもいます。',
      long: '氏名、よみがなは80文字までです。',
    },
  },
  en: {
    title: 'People',
    lead: 'Names and how to reach them. Where somebody may be here already, you decide one by one.',
    name: 'Name',
    kana: 'Reading',
    number: 'Registration number',
    nickname: 'Name to be called by',
    email: 'Mail address',
    phone: 'Telephone',
    reasons: {
      twice: 'The same person stands in a row above.',
      long: 'Name and reading may have up to 80 letters.',
    },
  },
})

/** Why a list that names people who are here cannot be read, in every such list. */
export const listNameWords = staffWords({
  ja: {
    reasons: {
      nobody: 'この名前の人がまだいません。先に同じファイルを「名簿（人）」として取り込んでください。',
      number_of_another: 'この登録番号は、別の名前の人のものです。',
      twice: '同じことが、この表の上の行にも書かれています。',
    },
  },
  en: {
    reasons: {
      nobody: 'Nobody of this name is here yet. Please bring in the same file as “People” first.',
      number_of_another: 'This registration number belongs to somebody with another name.',
      twice: 'The same stands in a row above.',
    },
  },
})

/** Other headings under which offices keep the same. */
export const peopleHeadings = {
  name: ['名前', 'お名前', '受講者名', '登録者名', 'full name'],
  kana: ['ふりがな', 'フリガナ', 'カナ', 'かな', '氏名カナ', '氏名（カナ）', 'furigana', 'kana'],
  number: ['登録番号', '登録No', '登録票番号'],
  nickname: ['ニックネーム', '呼び名', '愛称'],
  email: ['メール', 'Eメール', 'e-mail', 'mail'],
  phone: ['電話', '携帯', '携帯電話', '連絡先', 'TEL', 'phone'],
} as const
