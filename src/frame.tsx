import type { Context } from 'hono'
import { authPaths } from '#platform/auth/paths.ts'
import type { Call } from '#platform/http/call.ts'
import type { RenderParts } from '#platform/http/render.tsx'
import type { Slice } from '#platform/http/slice.ts'
import type { Reader } from '#platform/i18n/reader.ts'
import { messagePaths } from '#platform/messages/paths.ts'
import { Document, type NavEntry, PostButton } from '#ui/index.ts'
import { appWords, roleWords } from './app-words.ts'
import { assetPaths, themePath } from './assets/index.ts'
import { frameFacts } from './frame-facts.ts'
import { menuOf } from './menu.ts'
import type { Services } from './open-services.ts'
import { startPaths } from './start-page.tsx'

/** The document around every body: the programme, the menu of the role, who is signed in. */
export const openFrame =
  (services: Services, slices: readonly Slice[]): RenderParts['frame'] =>
  async (page, c, reader, call) => {
    const facts = call ? await frameFacts(call.tx, call.actor) : null
    const t = appWords[reader.locale]
    return (
      <Document
        title={page.title}
        reader={reader}
        assets={{ ...assetPaths, theme: call ? themePath(call.programme.colour) : null }}
        programme={call ? { name: call.programme.name, shortName: call.programme.shortName } : null}
        path={c.req.path}
        returnTo={returnTo(c)}
        nav={call ? navOf(slices, call) : []}
        person={call && facts ? personOf(call, reader, facts) : null}
        inbox={facts ? { href: messagePaths.inbox, unread: facts.unread } : null}
        flash={page.flash}
        demo={services.config.demo}
        warning={
          call?.actor.role === 'admin' && services.db.engine === 'pglite' && !services.config.demo ? t.trial : null
        }
        hasErrors={page.status === 422}
        wide={page.wide}
        footer={call ? `${t.office} ${call.programme.contactPhone} ${call.programme.contactHours}` : null}
        body={page.body}
      />
    )
  }

const navOf = (slices: readonly Slice[], { actor, reader: { locale } }: Call): NavEntry[] => [
  { href: startPaths.today, label: appWords[locale].today },
  ...menuOf(
    slices.flatMap((slice) => slice.nav ?? []),
    actor.role,
    locale,
  ),
]

const personOf = (call: Call, reader: Reader, facts: Awaited<ReturnType<typeof frameFacts>>) => ({
  name: facts.name,
  kana: facts.kana,
  role: roleWords[reader.locale][call.actor.role],
  switchHref: facts.severalRoles ? authPaths.choose() : null,
  signOut: (
    <PostButton action={authPaths.signOut} token={call.formToken()} kind="quiet">
      {appWords[reader.locale].signOut}
    </PostButton>
  ),
})

// A page that answers a POST is not an address to come back to.
const returnTo = (c: Context): string | undefined => (c.req.method === 'POST' ? '/' : undefined)
