import type { Locale } from '#platform/i18n/reader.ts'
import { DefinitionList, OwnWords } from '#ui/index.ts'
import type { CheckInAnswers } from '../core/check-in.ts'
import { feelingWords } from './words-feelings.ts'

/** What somebody said, in words; what they left out is left out. */
export const FeelingFacts = ({ answers, locale }: { answers: CheckInAnswers; locale: Locale }) => {
  const t = feelingWords[locale]
  const said = [
    answers.feeling ? { term: t.feeling, value: t.feelings[answers.feeling] } : null,
    answers.tired ? { term: t.tired, value: t.tirednesses[answers.tired] } : null,
    answers.good ? { term: t.good, value: <OwnWords text={answers.good} /> } : null,
    answers.hard ? { term: t.hard, value: <OwnWords text={answers.hard} /> } : null,
    answers.wish ? { term: t.wish, value: <OwnWords text={answers.wish} /> } : null,
  ]
  return said.some((one) => one !== null) ? <DefinitionList items={said} /> : <p class="small">{t.nothingSaid}</p>
}
