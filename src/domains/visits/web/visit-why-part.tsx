import { whyHereSentence } from '#domains/matching/index.ts'
import { Bullets, Name, Section } from '#ui/index.ts'
import { namingIn } from './naming.ts'
import type { PartProps } from './visit-part.ts'
import { visitStaffWords } from './words-visit-staff.ts'

/** Why these people: what they wish, whom and what they know. */
export const WhyTheyGo = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const { names } = model.seen
  const told = model.why.flatMap((why) => {
    const called = names.get(why.personId)
    const said = whyHereSentence(why, namingIn(locale, names))
    return called && said ? [{ called, said }] : []
  })
  if (told.length === 0) return null
  return (
    <Section title={visitStaffWords[locale].why}>
      <Bullets
        items={told.map(({ called, said }) => (
          <>
            <Name name={called.name} kana={called.kana} />
            {locale === 'en' ? ': ' : '：'}
            {said}
          </>
        ))}
      />
    </Section>
  )
}
