import { words } from '#platform/i18n/words.ts'

/** The first page, for whoever comes without having signed in. */
export const landingWords = words({
  ja: {
    title: '人と場をつなぐ',
    lead: 'ピアサポーターは、こころの病気や障害の経験を生かして、同じ立場で人のそばにいる人です。ひとば（hitoba）は、その活動を支える道具です。',
    signIn: 'サインイン',
    signInHint: 'ピアサポーター、受け入れ先、職員の方はこちらから。',
    how: 'ひとりにしません',
    steps: {
      letter: {
        title: '声がかかる',
        text: 'やってみたいことと、来られる時間をもとに、お誘いが届きます。見送るのに理由はいりません。',
      },
      together: {
        title: 'いっしょに行く',
        text: '行きも帰りも、同行スタッフがいっしょです。場に伝わるのは、本人が見せてよいと決めたことだけです。',
      },
      rest: {
        title: 'そのあとも',
        text: '次の日も、1週間後も、気持ちを聞きます。休みたくなったら、ボタンひとつで休めます。',
      },
    },
    newHere: 'はじめての方へ',
    forSupporter: 'ピアサポーターの使い方',
    forSupporterText: 'お誘い、活動の前とあと、お休みのこと。',
    forPlaces: '受け入れ先になりたい方へ',
    forPlacesText: '来てもらえる活動と、来てもらうまで。',
    courses: '研修に申し込みたい方へ',
    coursesText: 'これから始まる養成研修と、体験の会。',
    guides: 'ほかの方の使い方',
    guidesText: '受け入れ先、受講者、職員、それぞれの1ページ。',
    programmes: 'この場所で動いている事業',
    office: '窓口',
  },
  en: {
    title: 'People and places, together',
    lead: 'A peer supporter is somebody who uses their own experience of mental illness or disability to stand beside others, as an equal. hitoba is the tool behind what they do.',
    signIn: 'Sign in',
    signInHint: 'For peer supporters, places and staff.',
    how: 'Nobody goes alone',
    steps: {
      letter: {
        title: 'You are asked',
        text: 'From what you would like to do, and when you can. A no needs no reason.',
      },
      together: {
        title: 'Somebody goes along',
        text: 'There and back. The place learns only what the person has agreed to show.',
      },
      rest: {
        title: 'And afterwards',
        text: 'Somebody asks how it was, the next day and a week later. Pausing is one press.',
      },
    },
    newHere: 'New here?',
    forSupporter: 'For peer supporters',
    forSupporterText: 'Invitations, before and after a visit, taking a rest.',
    forPlaces: 'For places that would like visits',
    forPlacesText: 'What is on the menu, and how it begins.',
    courses: 'For those who would like to be trained',
    coursesText: 'Courses that begin soon, and tasters.',
    guides: 'For everybody else',
    guidesText: 'One page each: places, trainees, staff.',
    programmes: 'Programmes that live here',
    office: 'Office',
  },
  easy: {
    title: '人と 場所を つなぐ',
    lead: 'ピアサポーターは、こころの 病気や 障害を 経験した 人です。自分の 経験を 使って、ほかの 人の そばに います。hitoba は、その 活動を 助ける ページです。',
    signIn: 'サインイン',
    signInHint: 'ピアサポーター、受け入れ先の 人、職員は ここから 入ります。',
    how: 'ひとりでは ありません',
    steps: {
      letter: {
        title: 'お誘いが 来る',
        text: 'したい ことと、行ける 時間を 見て、お誘いします。行かない 理由は いりません。',
      },
      together: {
        title: 'いっしょに 行く',
        text: '行く ときも 帰る ときも、職員が いっしょです。場所の 人に 伝えるのは、あなたが「いい」と 言った ことだけです。',
      },
      rest: {
        title: 'その あとも',
        text: '次の 日も、1週間 あとも、気持ちを 聞きます。休みたい ときは、ボタンを 1回 おすだけです。',
      },
    },
    newHere: 'はじめての 人へ',
    forSupporter: 'ピアサポーターの 使い方',
    forSupporterText: 'お誘い、活動の 前と あと、お休みの こと。',
    forPlaces: 'ピアサポーターに 来て ほしい 人へ',
    forPlacesText: 'どんな 活動が できるか、どうやって 始めるか。',
    courses: '研修を うけたい 人へ',
    coursesText: 'これから 始まる 研修と、ためしに 行く 会。',
    guides: 'ほかの 人の 使い方',
    guidesText: '受け入れ先の 人、研修を うける 人、職員。',
    programmes: 'ここで している 事業',
    office: '問い合わせ',
  },
})
