import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, EmptyState, Heading, Lead, List, Name, Pagination, Time } from '#ui/index.ts'
import type { Look } from '../data/looked.ts'
import { meWords } from './me-words.ts'
import { peoplePaths } from './paths.ts'

interface Props {
  locale: Locale
  zone: string
  looks: readonly Look[]
  older: number | null
  roleWords: Record<Role, string>
}

/** Who looked at what matters most, newest first, as the chain holds it. */
export const LookedPage = ({ locale, zone, looks, older, roleWords }: Props): VNode => {
  const t = meWords[locale]
  return (
    <>
      <BackLink href={peoplePaths.me}>{t.back}</BackLink>
      <Heading>{t.looked}</Heading>
      <Lead>{t.lookedLead}</Lead>
      {looks.length === 0 ? (
        <EmptyState>{t.lookedNobody}</EmptyState>
      ) : (
        <List
          items={looks.map((look) => ({
            title: <Who look={look} locale={locale} roleWords={roleWords} />,
            lines: [
              <Time at={look.at} zone={zone} locale={locale} />,
              whatText(look, locale),
              ...(look.reason ? [t.because(look.reason)] : []),
            ],
          }))}
        />
      )}
      <Pagination locale={locale} previous={null} next={older === null ? null : peoplePaths.lookedBefore(older)} />
    </>
  )
}

const Who = (props: { look: Look; locale: Locale; roleWords: Record<Role, string> }): VNode => {
  const { look } = props
  const t = meWords[props.locale]
  if (look.byMachine) return <span>{t.machine}</span>
  const role = look.role ? props.roleWords[look.role] : ''
  return (
    <span>
      {look.by ? <Name name={look.by.name} kana={look.by.kana} /> : t.someone} {role}
    </span>
  )
}

/** The same as plain text. */
export const lookText = (look: Look, locale: Locale, roleWords: Record<Role, string>) => {
  const t = meWords[locale]
  const who = `${look.by?.name ?? t.someone} ${look.role ? roleWords[look.role] : ''}`.trim()
  const what = whatText(look, locale)
  return { by: look.byMachine ? t.machine : who, what: look.reason ? `${what} ${t.because(look.reason)}` : what }
}

const whatText = (look: Look, locale: Locale): string => {
  const t = meWords[locale]
  if (look.taken) return t.tookList
  return look.read ? t.saw(classText(look, locale)) : t.wroteDown
}

const classText = (look: Look, locale: Locale): string => {
  const names: Record<string, string> = meWords[locale].classes
  const known = (look.classes.length > 0 ? look.classes : ['care']).flatMap((kind) => names[kind] ?? [])
  return known.join(locale === 'en' ? ', ' : '、')
}
