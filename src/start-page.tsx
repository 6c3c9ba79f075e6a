import { placePaths } from '#domains/places/index.ts'
import { LandingPage, landingWords, type PublicProgramme } from '#domains/portal/index.ts'
import { publicPaths } from '#domains/training/index.ts'
import { roles } from '#kernel/role.ts'
import { sessionTokenOf } from '#platform/auth/cookie.ts'
import { type Call, page, redirect } from '#platform/http/call.ts'
import { memberRoute, publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import type { Slice, TodayCard, TodayLine } from '#platform/http/slice.ts'
import { EmptyState, Heading, Lead, LinkButton, List, PostButton, Name, Section } from '#ui/index.ts'
import { appWords } from './app-words.ts'

export const startPaths = {
  landing: '/',
  today: '/today',
  guide: (role: string) => `/guide/${role}`,
  signIn: '/sign-in',
}

/** The public door and each role's start page, put together from what the slices have for today. */
export const startRoutes = (
  slices: readonly Slice[],
  secure: boolean,
  programmes: () => Promise<readonly PublicProgramme[]>,
): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: startPaths.landing,
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: async (call) => {
      if (sessionTokenOf(call.client.cookie, secure)) return redirect(startPaths.today)
      const { locale } = call.reader
      const doors = { signIn: startPaths.signIn, forPlaces: placePaths.tell, courses: publicPaths.programmes }
      return page(
        landingWords[locale].title,
        <LandingPage locale={locale} programmes={await programmes()} doors={doors} />,
      )
    },
  }),
  memberRoute({
    method: 'GET',
    path: startPaths.today,
    who: roles,
    reach: 'own',
    handle: async (call) => {
      const t = appWords[call.reader.locale]
      return page(t.today, <Today call={call} cards={await todayCards(slices, call)} />)
    },
  }),
]

const todayCards = async (slices: readonly Slice[], call: Call): Promise<TodayCard[]> => {
  const sources = slices.flatMap((slice) => slice.today ?? []).filter((source) => source.who.includes(call.actor.role))
  const cards: TodayCard[] = []
  for (const source of sources.toSorted((a, b) => a.order - b.order)) cards.push(...(await source.cards(call)))
  return cards
}

const Today = ({ call, cards }: { call: Call; cards: readonly TodayCard[] }) => {
  const t = appWords[call.reader.locale]
  return (
    <>
      <Heading>{t.today}</Heading>
      <Lead>{t.todayLead}</Lead>
      {cards.length === 0 && <EmptyState>{t.nothing}</EmptyState>}
      {cards.map((card) => (
        <TodaySection card={card} token={call.formToken()} />
      ))}
      <p>
        <a href={startPaths.guide(call.actor.role)}>{t.guide}</a>
      </p>
    </>
  )
}

const TodaySection = ({ card, token }: { card: TodayCard; token: string }) => (
  <Section title={card.title}>
    {card.lines.length === 0 ? (
      <EmptyState>{card.empty}</EmptyState>
    ) : (
      <List
        items={card.lines.map((line) => ({
          title: titleOf(line),
          href: line.href,
          lines: line.note ? [line.note] : [],
        }))}
      />
    )}
    {card.press && (
      <PostButton action={card.press.action} token={token}>
        {card.press.label}
      </PostButton>
    )}
    {card.action && <LinkButton href={card.action.href}>{card.action.label}</LinkButton>}
  </Section>
)

const titleOf = ({ person, text }: TodayLine) =>
  person ? (
    <>
      <Name name={person.name} kana={person.kana} />
      {text}
    </>
  ) : (
    text
  )
