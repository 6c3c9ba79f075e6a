import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { furiganaOn, rewrite, warmFurigana } from './furigana.ts'
import { namesOnly, spoken, withoutMarks } from './spoken.ts'

let annotate: (text: string) => string

beforeAll(async () => {
  annotate = await warmFurigana()
})

const rt = / aria-hidden="true"/g
const shown = (text: string): string =>
  annotate(text)
    .replace(rt, '')
    .replace(/<ruby>(.*?)<rt>(.*?)<\/rt><\/ruby>/g, '[$1|$2]')
const bare = (html: string): string => html.replace(/<rt aria-hidden="true">.*?<\/rt>|<\/?ruby>/g, '')

describe('readings', () => {
  test.each([
    ['申込み', '[申込|もうしこ]み'],
    ['ピアサポーター養成研修', 'ピアサポーター[養成研修|ようせいけんしゅう]'],
    ['令和8年11月22日（日）', '[令和|れいわ]8[年|ねん]11[月|がつ]22[日|にち]（[日|にち]）'],
    ['ふだんの1日', 'ふだんの[1日|いちにち]'],
    ['いつもの 1日に 1回', 'いつもの [1日|いちにち]に 1[回|かい]'],
    ['4月1日の午前10時30分', '4[月|がつ][1日|ついたち]の[午前|ごぜん]10[時|じ]30[分|ぷん]'],
    ['2人で5分', '[2人|ふたり]で5[分|ふん]'],
    ['精神障がい者', '[精神障|せいしんしょう]がい[者|しゃ]'],
    ['登録者の方', '[登録者|とうろくしゃ]の[方|かた]'],
    ['参加した方へ', '[参加|さんか]した[方|かた]へ'],
    ['振り返りと気持ち', '[振|ふ]り[返|かえ]りと[気持|きも]ち'],
    ['受け入れ先', '[受|う]け[入|い]れ[先|さき]'],
    ['居場所で一緒に過ごす', '[居場所|いばしょ]で[一緒|いっしょ]に[過|す]ごす'],
    ['世田谷区の区役所', '[世田谷|せたがや][区|く]の[区役所|くやくしょ]'],
    ['席が空きました', '[席|せき]が[空|あ]きました'],
    ['活動を行います', '[活動|かつどう]を[行|おこな]います'],
    ['いっしょに 行ってください', 'いっしょに [行|い]ってください'],
    ['事業所の少人数の会', '[事業所|じぎょうしょ]の[少人数|しょうにんずう]の[会|かい]'],
    ['会う日を、その後に決める', '[会|あ]う[日|ひ]を、その[後|あと]に[決|き]める'],
    ['来る 人が 決まりました', '[来|く]る [人|ひと]が [決|き]まりました'],
    ['やさしい日本語', 'やさしい[日本語|にほんご]'],
    ['カタカナとabcだけ', 'カタカナとabcだけ'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })
})

describe('a page', () => {
  test('without kanji passes byte for byte', async () => {
    const html = '<!doctype html><p class=a title="x>y">ひらがな &amp; カタカナ<br/>if(a<b) <!-- c --></P>'
    expect(await furiganaOn(html)).toBe(html)
  })

  test('keeps attributes, scripts, titles, options and everything marked as it was', async () => {
    const html =
      '<title>予定</title><a title="予定" href="/予定">x</a><script>"予定"</script><option>予定</option><textarea>予定</textarea>' +
      '<div data-no-ruby><p>予定<b>予定</b></p>予定</div><svg><text>予定</text></svg>'
    expect(await furiganaOn(html)).toBe(html)
  })

  test('gets ruby in its texts, entities untouched', async () => {
    expect(await furiganaOn('<p>予定 &lt;1件&gt;</p>')).toBe(
      '<p><ruby>予定<rt aria-hidden="true">よてい</rt></ruby> &lt;1<ruby>件<rt aria-hidden="true">けん</rt></ruby>&gt;</p>',
    )
  })

  test('without its readings is the page that it was, whatever stands in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('日', '本', '人', '方', '、', 'の', 'た', '2', ' ', '&amp;', 'ア', '𠮷', '々'),
    })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const html = texts.map((part) => `<p>${part}</p>`).join('<br>')
        expect(bare(rewrite(html, annotate))).toBe(html)
      }),
    )
  })
})

describe('a name', () => {
  const named = (name: string, reading: string) =>
    bare(rewrite(`<span data-no-ruby data-reading="${reading}">${name}</span>`, () => 'guessed'))

  test('carries its stored reading part by part, never a guess', () => {
    const html = rewrite('<span data-no-ruby data-reading="たかなし ゆう">小鳥遊 優</span>', () => 'guessed')
    expect(html).toContain(
      '<ruby>小鳥遊<rt aria-hidden="true">たかなし</rt></ruby> <ruby>優<rt aria-hidden="true">ゆう</rt></ruby>',
    )
  })

  test('is not read into what stands in brackets behind it', () => {
    const html = rewrite('<span data-no-ruby data-reading="たちばな みのり">橘 みのり（見本）</span>', () => 'guessed')
    expect(html).toContain('<ruby>橘<rt aria-hidden="true">たちばな</rt></ruby> みのり（見本）')
  })

  test('stays bare where no reading is stored, or something else stands in its place', () => {
    expect(named('東海林', '')).toContain('>東海林<')
    expect(named('東海林', '&lt;script&gt;')).toContain('>東海林<')
  })
})

describe('a name inside a sentence', () => {
  const someone = { name: '小鳥遊 優', kana: 'たかなし ゆう' }
  const said = `${spoken(someone)}さんの返事`

  test('carries its stored reading, what stands around it the dictionary’s', async () => {
    expect((await furiganaOn(`<li>${said}</li>`)).replace(rt, '')).toBe(
      '<li><ruby>小鳥遊<rt>たかなし</rt></ruby> <ruby>優<rt>ゆう</rt></ruby>さんの<ruby>返事<rt>へんじ</rt></ruby></li>',
    )
  })

  test('is never guessed where no reading is stored, or where it is no reading', async () => {
    const nickname = spoken({ name: '大空' })
    expect(await furiganaOn(`<p>${nickname}、${spoken({ name: '大空', kana: '大空' })}</p>`)).toBe('<p>大空、大空</p>')
  })

  test('is only its name in attributes, titles and options, and on pages without furigana', async () => {
    const html = `<title>${said}</title><a aria-label="${said}">x</a><option>${said}</option><p data-no-ruby>${said}</p>`
    expect(await furiganaOn(html)).toBe(namesOnly(html))
    expect(namesOnly(html)).toContain('<option>小鳥遊 優さんの返事</option>')
    expect(namesOnly(html)).not.toMatch(/たかなし|[\uFFF9-\uFFFB]/)
  })

  test('is kept in no cache', () => {
    const texts: string[] = []
    rewrite(`<p>${spoken({ name: '秘密 花子', kana: 'ひみつ はなこ' })}さんの活動の記録</p>`, (text) => {
      texts.push(text)
      return text
    })
    expect(texts.join()).not.toContain('花子')
  })

  test('no mark is left, whatever the name and the sentence are', () => {
    const text = fc.string({
      unit: fc.constantFrom('日', '花', 'の', ' ', '&amp;', '\uFFF9', '\uFFFA', '\uFFFB', '𠮷'),
    })
    fc.assert(
      fc.property(text, text, text.map(withoutMarks), (name, kana, around) => {
        const html = `<p>${around}${spoken({ name, kana })}${around}</p>`
        const page = rewrite(html, annotate)
        expect(namesOnly(page)).not.toMatch(/[\uFFF9-\uFFFB]/)
        expect(bare(namesOnly(page))).toBe(`<p>${around}${withoutMarks(name)}${around}</p>`)
      }),
    )
  })
})

test('what people wrote is read aloud to nobody: annotated anew each time, never kept', () => {
  let asked = 0
  const count = (text: string) => {
    asked += 1
    return annotate(text)
  }
  const html = '<div data-own-words>秘密の相談<p>家族の話</p></div>'
  rewrite(html, count)
  rewrite(html, count)
  expect(asked).toBe(4)
})
