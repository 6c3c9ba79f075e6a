import { Hono } from 'hono'
import { followUpSection } from '#domains/care/index.ts'
import { slice as care } from '#domains/care/slice.ts'
import { slice as outcomes } from '#domains/outcomes/slice.ts'
import { peopleIntake } from '#domains/people/index.ts'
import { peopleSlice } from '#domains/people/slice.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { placesSlice } from '#domains/places/slice.ts'
import { slice as portal } from '#domains/portal/slice.ts'
import { slice as programme } from '#domains/programme/slice.ts'
import { registrationIntake, registrationSection } from '#domains/registration/index.ts'
import { registrationSlice } from '#domains/registration/slice.ts'
import { attendanceIntake, papersSection, placeReadySection, verifyPaper } from '#domains/training/index.ts'
import { trainingSlice } from '#domains/training/slice.ts'
import { visitsIntake } from '#domains/visits/index.ts'
import { slice as visits } from '#domains/visits/slice.ts'
import { anchorsFile } from '#platform/audit/anchor.ts'
import { anchorJob } from '#platform/audit/jobs.ts'
import { readerRoutes } from '#platform/i18n/reader-routes.tsx'
import { authSlice } from '#platform/auth/slice.ts'
import { intakeSlice } from '#platform/intake/slice.tsx'
import { documentSlice } from '#platform/documents/slice.tsx'
import { mount, type Pipeline } from '#platform/http/pipeline.ts'
import { requestLine } from '#platform/http/request-line.ts'
import type { RouteSpec } from '#platform/http/routes.ts'
import { securityHeaders } from '#platform/http/security.ts'
import type { Slice } from '#platform/http/slice.ts'
import { joinHandlers } from '#platform/jobs/events.ts'
import { type Jobs, openJobs } from '#platform/jobs/jobs.ts'
import { workSlice } from '#platform/jobs/work-pages.tsx'
import { joinMessages } from '#platform/messages/kinds.ts'
import { erasedFile, erasedJob } from '#platform/vault/erased.ts'
import { messageSlice } from '#platform/messages/slice.tsx'
import { roleWords } from './app-words.ts'
import { assetRoutes } from './asset-routes.ts'
import { authServices } from './auth-services.ts'
import { belongings } from './belongings.ts'
import { answerErrors } from './errors.ts'
import { forgettings } from './forgettings.ts'
import { galleryRoutes } from './gallery.tsx'
import { healthRoutes } from './health.ts'
import { openPipeline } from './open-pipeline.tsx'
import { ownParts } from './own-parts.ts'
import type { Services } from './open-services.ts'
import { openPublicDoor, type PublicDoor } from './public-door.ts'
import { startRoutes } from './start-page.tsx'

/** The slices of the programme, lower first: each calls only those before it. */
export const domainSlices = (services: Services, door: PublicDoor): readonly Slice[] => [
  programme,
  peopleSlice({
    roleWords,
    origin: () => services.origin,
    asProgramme: services.db.asProgramme,
    zoneOf: async (tx, programmeId) => (await getProgramme(tx, programmeId)).zone,
    forgettings,
    belongings,
    ownParts,
    sections: [followUpSection, registrationSection, papersSection],
  }),
  placesSlice(door, [placeReadySection]),
  trainingSlice(door, {
    verify: (asked, now) => services.db.asPlatform((tx) => verifyPaper(tx, asked, now)),
    origin: () => services.origin,
    newId: services.newId,
  }),
  registrationSlice(() => services.origin),
  visits,
  care,
  outcomes,
  portal,
]

export interface Hitoba {
  app: Hono
  /** Every route of the running app, as the pipeline mounted it. */
  routes: readonly RouteSpec[]
  jobs: Jobs
  pipeline: Pipeline
}

/** Puts the product together: slices, their jobs, the pipeline, and the middleware in order. */
export const createHitoba = (services: Services): Hitoba => {
  const door = openPublicDoor(
    services,
    () => pipeline,
    () => jobs.kick(),
  )
  const domains = domainSlices(services, door)
  const messages = messageSlice({
    kinds: joinMessages(...domains.map((slice) => slice.messages ?? {})),
    demo: services.config.demo ? services.db : null,
    sends: services.transport !== null,
  })
  const auth = authSlice(authServices(services, () => jobs.kick()))
  const intake = intakeSlice({
    people: peopleIntake,
    registrations: registrationIntake,
    courses: attendanceIntake,
    visits: visitsIntake,
  })
  const works = Object.assign({}, ...[intake, ...domains].map((slice) => slice.works ?? {}))
  const documents = documentSlice(domains.flatMap((slice) => slice.documents ?? []))
  const slices = [auth, messages, workSlice(works), intake, documents, ...domains]
  const pipeline = openPipeline(services, slices, () => jobs.kick())
  const jobs = openJobs({
    ...pipeline,
    db: services.db,
    vault: services.vault,
    transport: services.transport,
    origin: () => services.origin,
    jobs: [
      anchorJob(anchorsFile(services.config), services.auditKey),
      erasedJob(erasedFile(services.config), services.auditKey),
      ...slices.flatMap((slice) => slice.jobs ?? []),
    ],
    handlers: joinHandlers(...slices.map((slice) => slice.on ?? {})),
    works,
    onError: (error) => services.log.bug(error, null),
  })
  const routes: RouteSpec[] = [
    ...healthRoutes(services),
    ...startRoutes(slices, services.origin.startsWith('https:'), door.programmes),
    ...readerRoutes,
    ...(services.config.demo ? galleryRoutes : []),
    ...slices.flatMap((slice) => slice.routes),
  ]
  const app = new Hono()
  app.use(requestLine(pipeline))
  app.use(securityHeaders(services.origin))
  app.route('/', assetRoutes())
  mount(app, routes, pipeline)
  answerErrors(app, pipeline)
  return { app, routes, jobs, pipeline }
}
