import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Definition, DefinitionList, OwnWords, Span } from '#ui/index.ts'
import type { ProposalView } from '../actions/read-proposal.ts'
import { languages } from './request-form.ts'
import { proposalWords } from './words-proposal.ts'
import { requestWords } from './words-request.ts'

interface Props {
  view: ProposalView
  locale: Locale
  zone: string
}

/** Everything somebody needs to decide: when, where, what, with whom, for whom. */
export const ProposalFactsView = (props: Props): VNode => (
  <DefinitionList items={[...whenAndWhere(props), ...withWhom(props)]} />
)

/** What is good to know besides. */
export const ProposalMoreFacts = (props: Props): VNode => <DefinitionList items={whatElse(props)} />

const whenAndWhere = ({ view, locale, zone }: Props): (Definition | null)[] => {
  const t = proposalWords[locale].facts
  const { place, request } = view
  return [
    { term: t.when, value: <Span from={view.slot.startsAt} to={view.slot.endsAt} zone={zone} locale={locale} /> },
    { term: t.where, value: request.online ? proposalWords[locale].online : (place?.name ?? '') },
    request.online ? null : { term: t.address, value: place?.address ?? '' },
    request.online ? null : { term: t.access, value: place?.access ? <OwnWords text={place.access} /> : '' },
    { term: t.what, value: view.activity.plain[locale] },
    { term: t.purpose, value: request.purpose ? <OwnWords text={request.purpose} /> : '' },
  ]
}

const withWhom = ({ view, locale }: Props): (Definition | null)[] => {
  const t = proposalWords[locale]
  const r = requestWords[locale]
  const { request, activity } = view
  return [
    { term: t.facts.howMany, value: r.people(request.supportersWanted) },
    { term: t.facts.companion, value: activity.companionRequired ? t.withCompanion : t.noCompanion },
    { term: t.facts.audience, value: request.audience ? <OwnWords text={request.audience} /> : '' },
    { term: t.facts.audienceCount, value: request.audienceCount === null ? '' : r.about(request.audienceCount) },
    { term: t.facts.honorarium, value: view.yen === null ? '' : t.yen(view.yen.toLocaleString('en-US')) },
  ]
}

const whatElse = ({ view, locale }: Props): (Definition | null)[] => {
  const t = proposalWords[locale]
  const { request, activity, place } = view
  const language = languages.find((one) => one === request.language) ?? 'ja'
  const r = requestWords[locale]
  return [
    { term: t.facts.ifFew, value: r.ifFew[request.ifFew] },
    request.preparation === 'none' ? null : { term: t.facts.preparation, value: r.preparation[request.preparation] },
    { term: t.facts.themes, value: request.themes.join(locale === 'en' ? ', ' : '、') },
    { term: t.facts.neverAsked, value: activity.neverAsked },
    { term: t.facts.recording, value: request.recording ? t.recordingAsk : t.recordingNo },
    language === 'ja' ? null : { term: t.facts.language, value: r.languages[language] },
    { term: t.facts.whoComes, value: place?.whoComes ? <OwnWords text={place.whoComes} /> : '' },
    { term: t.facts.typicalDay, value: place?.typicalDay ? <OwnWords text={place.typicalDay} /> : '' },
  ]
}
