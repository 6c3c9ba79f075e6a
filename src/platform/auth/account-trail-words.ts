import type { Locale } from '#platform/i18n/reader.ts'
import { words } from '#platform/i18n/words.ts'
import { accountActions, ways } from './account-trail.ts'

const texts = words({
  ja: {
    ways: {
      link: 'メールのリンク',
      password: 'パスワード',
      invite: '招待のリンク',
      set_up: '最初の設定',
      demo: 'お試しのボタン',
      code: '確認コード',
      recovery_code: '紙の復旧コード',
    },
    proved: (way: string) => `${way}で確かめました。確認コードは、このあとです。`,
    signIn: (way: string) => `${way}でサインインしました。`,
    others: {
      'sign_in.code_wrong': '確認コードが合いませんでした。',
      sign_out: 'サインアウトしました。',
      'sign_out.elsewhere': 'ほかの機器を終了しました。',
      'password.changed': 'パスワードを変えました。',
      'second_factor.changed': '認証アプリを設定しました。',
      'recovery_codes.renewed': '復旧コードを作り直しました。',
    },
  },
  en: {
    ways: {
      link: 'a mailed link',
      password: 'a password',
      invite: 'an invitation',
      set_up: 'the first setup',
      demo: 'the button for trying out',
      code: 'a code',
      recovery_code: 'a recovery code on paper',
    },
    proved: (way) => `Proved with ${way}; the code was still to come.`,
    signIn: (way) => `Signed in with ${way}.`,
    others: {
      'sign_in.code_wrong': 'A code did not match.',
      sign_out: 'Signed out.',
      'sign_out.elsewhere': 'Ended other devices.',
      'password.changed': 'Changed the password.',
      'second_factor.changed': 'Set up an authenticator app.',
      'recovery_codes.renewed': 'Made new recovery codes.',
    },
  },
  easy: {
    ways: {
      link: 'メールの リンク',
      password: 'パスワード',
      invite: 'しょうたいの リンク',
      set_up: 'さいしょの 準備',
      demo: 'ためす ボタン',
      code: '6つの 数字',
      recovery_code: '紙の コード',
    },
    proved: (way) => `${way}で たしかめました。数字は このあとです。`,
    signIn: (way) => `${way}で 入りました。`,
    others: {
      'sign_in.code_wrong': '6つの 数字が ちがいました。',
      sign_out: '出ました（サインアウト）。',
      'sign_out.elsewhere': 'ほかの 電話や パソコンを おわりに しました。',
      'password.changed': 'パスワードを 変えました。',
      'second_factor.changed': 'たしかめる アプリを 決めました。',
      'recovery_codes.renewed': '紙の コードを 新しく しました。',
    },
  },
})

/** One line of what happened to an account, as the person and the administrator read it. */
export const trailText = (line: { action: string; how: string | null }, locale: Locale): string => {
  const t = texts[locale]
  const action = accountActions.find((one) => one === line.action)
  if (!action) return line.action
  if (action !== 'sign_in' && action !== 'sign_in.proved') return t.others[action]
  const way = ways.find((one) => one === line.how)
  const name = way ? t.ways[way] : (line.how ?? '')
  return action === 'sign_in' ? t.signIn(name) : t.proved(name)
}
