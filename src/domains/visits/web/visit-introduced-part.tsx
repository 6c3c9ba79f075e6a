import { DefinitionList, OwnWords, Section, Small, SubHeading } from '#ui/index.ts'
import type { PartProps } from './visit-part.ts'
import { visitWords } from './words-visit.ts'

/** For the place: what those who come agreed that it knows. */
export const Introduced = ({ call, model }: PartProps) => {
  const t = visitWords[call.reader.locale]
  if (model.introduced.length === 0) return null
  return (
    <Section title={t.introduced}>
      {model.introduced.map(({ personId, considerations, experience }) => (
        <>
          <SubHeading>{model.called(personId)}</SubHeading>
          <DefinitionList
            items={[
              considerations ? { term: t.considerations, value: <OwnWords text={considerations} /> } : null,
              experience && { term: t.experience, value: t.experiences[experience] },
            ]}
          />
        </>
      ))}
      <Small>{t.introducedHint}</Small>
    </Section>
  )
}
