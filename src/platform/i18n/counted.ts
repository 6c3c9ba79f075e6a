/** Readings of counted things, whose reading hangs on the figure before them: 2日 ふつか, 3分 さんぷん. */
const days: Readonly<Record<string, string>> = {
  '1': 'ついたち',
  '2': 'ふつか',
  '3': 'みっか',
  '4': 'よっか',
  '5': 'いつか',
  '6': 'むいか',
  '7': 'なのか',
  '8': 'ようか',
  '9': 'ここのか',
  '10': 'とおか',
  '14': 'じゅうよっか',
  '20': 'はつか',
  '24': 'にじゅうよっか',
}

const people: Readonly<Record<string, string>> = { '1': 'ひとり', '2': 'ふたり' }

const plain: Readonly<Record<string, string>> = {
  年度: 'ねんど',
  年間: 'ねんかん',
  年: 'ねん',
  月: 'がつ',
  週間: 'しゅうかん',
  週: 'しゅう',
  日: 'にち',
  時間: 'じかん',
  時: 'じ',
  人: 'にん',
  名: 'めい',
  回: 'かい',
  件: 'けん',
  円: 'えん',
  歳: 'さい',
  階: 'かい',
  枚: 'まい',
  点: 'てん',
  行: 'ぎょう',
  通: 'つう',
}

/** Digits with the counter that follows them. */
export const countedPattern = '\\d+(?:年度|年間|週間|日間|時間|分間|年|月|週|日|時|分|人|名|回|件|円|歳|階|枚|点|行|通)'

/** The parts of '22日' as they are to be written: the digits, the counter, and which of them carry which reading. */
export const readCounted = (text: string): { before: string; written: string; reading: string } => {
  const digits = /^\d+/.exec(text)?.[0] ?? ''
  const counter = text.slice(digits.length)
  const figure = String(Number(digits))
  const whole = counter === '日' ? days[figure] : counter === '人' ? people[figure] : undefined
  if (whole) return { before: '', written: text, reading: whole }
  return { before: digits, written: counter, reading: readingOf(digits, counter) }
}

const readingOf = (digits: string, counter: string): string => {
  if (counter.startsWith('分')) return `${minutes(digits)}${counter.length > 1 ? 'かん' : ''}`
  if (counter === '日間') return days[digits] && digits !== '1' ? 'かかん' : 'にちかん'
  return plain[counter] ?? ''
}

// 1, 3, 4, 6, 8 and tens say ぷん, the others ふん.
const minutes = (digits: string): string => (/[134680]$/.test(digits) ? 'ぷん' : 'ふん')
