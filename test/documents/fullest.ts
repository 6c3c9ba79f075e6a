import { consentLines, consentSentence } from '#domains/people/index.ts'
import type { Activity } from '#domains/programme/index.ts'
import { registrationApplicationKind } from '#domains/registration/documents/registration-application.ts'
import { registrationApplicationSample } from '#domains/registration/documents/samples.ts'
import { avoidanceKinds, emptySheet, type Sheet, wishLevels } from '#domains/registration/core/sheet.ts'
import { stepWords } from '#domains/registration/web/step-words.ts'
import type { StepFacts } from '#domains/registration/web/steps/step.ts'
import { sheetSteps } from '#domains/registration/web/steps/all.ts'
import { courseApplicationKind } from '#domains/training/documents/course-application.ts'
import { courseApplicationSample, feeEvidenceSample, signInSheetSample } from '#domains/training/documents/samples.ts'
import { feeEvidenceKind } from '#domains/training/documents/fee-evidence.ts'
import { signInSheetKind } from '#domains/training/documents/sign-in-sheet.ts'
import { stepNames } from '#domains/registration/core/sheet-steps.ts'
import { addDays, day } from '#kernel/calendar-day.ts'
import { type SampleDocument, sampleOf } from '#platform/documents/pdf.ts'

/** Characters that many fonts lack, in a name of their own. */
export const rareName = '𠮷野 髙子'

// Only letters of one unit: it is cut anywhere.
const sentence = '髙橋さんと﨑山さんに話を聴いてもらえて、わたしは少しずつ外に出られるようになりました。'

/** So many letters as a field of the form takes, the last one a mark that can be looked for. */
export const ofLength = (letters: number): string => `${sentence.repeat(40).slice(0, letters - 1)}◎`

const manyActivities = Array.from({ length: 20 }, (_, no) => {
  const name = `${no + 1} ${sentence.slice(0, 20)}`
  return { id: String(no), name: { ja: name, en: name, easy: name } } as Activity
})

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const parts = [
  { from: 540, to: 720 },
  { from: 780, to: 960 },
  { from: 1080, to: 1200 },
]

const fullSheet: Sheet = {
  ...emptySheet,
  wishes: Object.fromEntries(manyActivities.map(({ id }, no) => [id, wishLevels[no % wishLevels.length] ?? 'want'])),
  themes: Object.fromEntries(
    Array.from({ length: 18 }, (_, no) => [`${no} ${ofLength(57)}`, no < 9 ? 'speak' : 'not'] as const),
  ),
  avoidances: avoidanceKinds.flatMap((kind) =>
    Array.from({ length: 8 }, () => ({ id: null, targetId: null, kind, text: ofLength(100) })),
  ),
  company: ofLength(400),
  languages: ['ja', 'en', 'jsl'],
  gender: 'woman',
  town: ofLength(40),
  online: true,
  hours: {
    weekly: weekdays.flatMap((weekday) => parts.map((part) => ({ weekday, ...part }))),
    exceptions: Array.from({ length: 20 }, (_, no) => ({ day: addDays(day('2026-12-01'), no), hours: parts })),
  },
  carePlan: {
    whatHelps: ofLength(1000),
    warningSigns: ofLength(1000),
    whomToCall: ofLength(1000),
    considerations: ofLength(1000),
  },
}

const facts: StepFacts = { locale: 'ja', today: day('2026-11-22'), activities: manyActivities, towns: [] }

/** Papers with every field filled as far as the forms allow. */
export const fullest: readonly SampleDocument[] = [
  sampleOf({ ja: '登録申込書', en: 'Application' }, registrationApplicationKind, {
    ...registrationApplicationSample,
    name: rareName,
    kana: ofLength(80),
    nickname: ofLength(60),
    contact: ['090-0000-0000', `${'taka'.repeat(16)}@${'example'.repeat(8)}.example.test`],
    emergency: ofLength(1000),
    sections: [
      { title: 'ご自分のことば', answers: [['', ofLength(2000)]] },
      ...stepNames.map((step) => ({
        title: stepWords.ja.steps[step],
        answers: sheetSteps[step].lines(fullSheet, facts).map(({ label, text }) => [label, text] as const),
      })),
    ],
    consents: consentLines.map((line) => ({
      purpose: consentSentence(line, 'ja'),
      answer: 'yes' as const,
      on: day('2026-11-22'),
    })),
  }),
  sampleOf({ ja: '受講申込書', en: 'Course application' }, courseApplicationKind, {
    ...courseApplicationSample,
    name: rareName,
    kana: ofLength(80),
    office: ofLength(100),
    words: [ofLength(1500), ofLength(1000), ofLength(1000)].join('\n'),
    needs: ofLength(1500),
  }),
  sampleOf({ ja: '参加者の名簿', en: 'Sign-in sheet' }, signInSheetKind, {
    ...signInSheetSample,
    title: ofLength(120),
    place: ofLength(120),
    people: Array.from({ length: 40 }, (_, no) => (no % 2 === 0 ? rareName : ofLength(60))),
  }),
  sampleOf({ ja: '要件の記録', en: 'Evidence' }, feeEvidenceKind, {
    ...feeEvidenceSample,
    staff: Array.from({ length: 12 }, (_, no) => ({
      name: no % 2 === 0 ? rareName : ofLength(60),
      role: ofLength(60),
      basicOn: day('2025-09-14'),
      advancedOn: null,
    })),
    hours: Array.from({ length: 12 }, (_, no) => ({
      name: no % 2 === 0 ? rareName : ofLength(60),
      fte: feeEvidenceSample.months.map(() => 100),
    })),
    trainings: Array.from({ length: 12 }, () => ({
      on: day('2026-06-01'),
      topic: ofLength(200),
      ledBy: ofLength(120),
      attendees: ofLength(200),
    })),
  }),
]
