import { words } from '#platform/i18n/words.ts'

/** Read by whoever is asked whether another record is theirs too. */
export const ownMergesWords = words({
  ja: {
    title: 'わたしの記録かどうかの確認',
    waiting: 'あなたのものかもしれない記録が、もうひとつあります。どうするかを教えてください。',
    open: '見て答える',
    lead: '職員が、あなたのものかもしれない記録をもうひとつ見つけました。あなたの返事を聞いてから、まとめるかどうかを決めます。',
    holds: '見つかった記録にあるもの',
    areas: {
      people: '予定や、見せてよいことの記録',
      platform: '役割、お知らせ',
      places: '受け入れ先の担当の記録',
      training: '研修の記録',
      registration: '登録の記録',
      visits: '活動の記録',
      care: 'フォローの記録',
    } as Record<string, string>,
    nothing: '名前や連絡先だけです。',
    after:
      'まとめると、これらもあなたのページで見られるようになります。サインインのしかたは変わりません。あとで元の2つにもどせます。',
    doubt:
      '同じ名前の、ほかの人の記録かもしれません。心当たりがないときは「わたしではありません」を選んでください。理由はいりません。迷うときは、職員に聞いてください。',
    until: (day: string) =>
      `${day}まで返事を待ちます。返事がないときは、職員がもう一度確かめてから、まとめることがあります。`,
    same: 'わたしの記録です',
    notMe: 'わたしではありません',
    saidSame: '「わたしの記録です」と受け取りました。職員が確かめてから、まとめます。',
    saidNotMe: '「わたしではありません」と受け取りました。記録はまとめません。',
    agreed: '「わたしの記録です」と聞いています。まとめるまでは、返事を変えられます。',
    none: '今、確認していただくことはありません。',
  },
  en: {
    title: 'Is this record mine?',
    waiting: 'There is another record that may be yours. Please tell us.',
    open: 'Look and answer',
    lead: 'Staff found another record that may be yours. They hear you before they decide whether the two become one.',
    holds: 'What the other record holds',
    areas: {
      people: 'Time that is taken, what may be shown',
      platform: 'Roles, messages',
      places: 'Being a contact of a place',
      training: 'Training',
      registration: 'Registration',
      visits: 'Visits',
      care: 'Follow-up',
    } as Record<string, string>,
    nothing: 'Only a name and how to reach somebody.',
    after: 'Once they are one, you will find these on your pages too. You sign in as before. It can be undone later.',
    doubt:
      'It may be the record of somebody else with the same name. If you do not know of it, choose “That is not me”. No reason is needed. If you are unsure, ask the staff.',
    until: (day) =>
      `We wait for your answer until ${day}. Without one, staff look once more and may then make them one.`,
    same: 'That is my record',
    notMe: 'That is not me',
    saidSame: 'Thank you. Staff look once more and then make them one.',
    saidNotMe: 'Thank you. The records stay apart.',
    agreed: 'You told us that it is your record. You can change that until they are one.',
    none: 'There is nothing to answer now.',
  },
  easy: {
    title: 'わたしの 記録か、たしかめる',
    waiting: 'あなたの ものかもしれない 記録が もう ひとつ あります。おしえてください。',
    open: '見て 答える',
    lead: '職員が、あなたの ものかもしれない 記録を もう ひとつ 見つけました。あなたの 返事を 聞いてから きめます。',
    holds: '見つかった 記録に あるもの',
    areas: {
      people: '予定、見せて いいことの 記録',
      platform: '役割、お知らせ',
      places: '受け入れ先の 担当の 記録',
      training: '研修の 記録',
      registration: '登録の 記録',
      visits: '活動の 記録',
      care: 'フォローの 記録',
    } as Record<string, string>,
    nothing: '名前と 連絡先だけです。',
    after: 'まとめると、あなたの ページで 見ることが できます。サインインは 同じです。あとで もとの 2つに もどせます。',
    doubt:
      '同じ 名前の ほかの 人の 記録かもしれません。知らないときは「わたしでは ありません」を えらんでください。理由は いりません。わからないときは、職員に 聞いてください。',
    until: (day) =>
      `${day}まで 返事を まちます。返事が ないときは、職員が もう一度 たしかめて、まとめることが あります。`,
    same: 'わたしの 記録です',
    notMe: 'わたしでは ありません',
    saidSame: '「わたしの 記録です」と 聞きました。職員が たしかめてから まとめます。',
    saidNotMe: '「わたしでは ありません」と 聞きました。記録は まとめません。',
    agreed: '「わたしの 記録です」と 聞いています。まとめるまでは、返事を かえることが できます。',
    none: '今、たしかめる ことは ありません。',
  },
})
