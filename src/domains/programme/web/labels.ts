import type { Locale } from '#platform/i18n/reader.ts'
import { programmeWords } from './words.ts'

/** What each field is called: beside the field, in its errors, and where two versions are compared. */
export const activityLabels = (locale: Locale) => {
  const t = programmeWords[locale]
  return {
    kind: t.kind,
    name_ja: t.name,
    name_easy: t.name + t.inEasy,
    name_en: t.name + t.inEnglish,
    plain_ja: t.plain,
    plain_easy: t.plain + t.inEasy,
    plain_en: t.plain + t.inEnglish,
    minutes: t.minutes,
    listeners_max: t.listenersMax,
    recording: t.recording,
    never_asked: t.neverAsked,
    flags: t.flags,
    sort: t.sort,
  }
}

export const rateLabels = (locale: Locale) => ({
  from: programmeWords[locale].rateFrom,
  yen: programmeWords[locale].rateYen,
})

export const planLabels = (locale: Locale) => {
  const t = programmeWords[locale]
  return { year: t.year, supporters: t.plannedSupporters, visits: t.plannedVisits, note: t.note }
}

export const settingsLabels = (locale: Locale) => {
  const t = programmeWords[locale]
  return {
    name: t.programmeName,
    short_name: t.shortName,
    municipality: t.municipality,
    municipality_code: t.municipalityCode,
    colour: t.colour,
    sender_name: t.senderName,
    contact_phone: t.contactPhone,
    contact_hours: t.contactHours,
    illness_words: t.illnessWords,
    crisis_card: t.crisisCard,
    flags: t.flags,
    follow_up_days: t.followUpDays,
    place_sees_days: t.placeSeesDays,
    merge_answer_days: t.mergeAnswerDays,
    records_kept_years: t.recordsKeptYears,
    small_number_limit: t.smallNumberLimit,
    quiet_from: t.quietFrom,
    quiet_to: t.quietTo,
  }
}
