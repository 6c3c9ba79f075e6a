import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#test/documents/read-pdf.ts'
import { type Cast, castOf } from './cast.ts'
import { firstOf, mailedPath, openPage, type SamplePerson } from './people.ts'
import type { DemoServer } from './server.ts'
import { courseOfTen, dayOf, enrolmentIn, lastState, membershipOf, sessionsOf, statusOf } from './training-rows.ts'
import { openStage, type Stage } from './stage.ts'
import { type Walk, walkOn } from './walk.ts'
import { bothWays } from './ways.ts'

const hiro = { email: 'hiro@example.test' }

describe.each(bothWays)('from the public call to the next fiscal year, %s', (_, visitor) => {
  let stage: Stage
  let server: DemoServer
  let as: Cast['as']
  let onPhone: Cast['onPhone']
  let leader: SamplePerson
  let host: SamplePerson
  let runId = ''
  let mine = ''
  let theirs = ''
  let enrolmentId = ''
  let personId = ''
  let sessions: string[] = []
  let practicum = ''
  let certificate = ''
  let code = ''

  beforeAll(async () => {
    stage = await openStage()
    ;({ server } = stage)
    ;({ as, onPhone } = castOf(stage, visitor))
    ;[leader, host] = await Promise.all([firstOf(server, 'companion'), firstOf(server, 'host')])
  })
  afterAll(() => stage?.close())

  const passTo = (instant: string): void => server.passTime(Date.parse(instant) - server.services.clock().getTime())
  const decide = async (walk: Walk, at: string, to: string, via?: string): Promise<void> => {
    await walk.goTo(at)
    await walk.page.locator(`form#decide [name="to"][value="${to}"]`).check()
    await walk.page.locator('form#decide [name="reason"]').fill('3人で話し合いました')
    if (via) await walk.page.locator('form#decide [name="via"]').selectOption(via)
    await walk.send(`${at}/status`)
  }
  const lead = async (walk: Walk, to: string): Promise<void> => {
    await walk.goTo(`/training/runs/${runId}`)
    await walk.page.locator('form#status [name="to"]').selectOption(to)
    await walk.send(`/training/runs/${runId}/status`)
    expect(await walk.refusals()).toBe(0)
  }

  test('the coordinator makes a run with ten sessions and one place, and opens it', () =>
    as('coordinator', async (walk) => {
      await walk.goTo('/training/courses')
      const course = `/training/courses/${await courseOfTen(server)}`
      await walk.goTo(course)
      await walk.goTo(`${course}/edit`)
      await walk.goTo(`${course}/runs/new`)
      await walk.fill({
        name: '一席だけの回',
        apply_from: '2026-11-01',
        apply_until: '2026-11-28',
        capacity: '1',
        place: '見本会館',
        first_on: '2026-12-01',
        from: '14:00',
        every_days: '5',
      })
      await walk.send(`${course}/runs/new`)
      runId = walk.path().split('/').at(-1) ?? ''
      await walk.page.locator('form[action$="/staff"] [name="person"]').selectOption(leader.personId)
      await walk.page.locator('form[action$="/staff"] [name="duty"]').selectOption('leads')
      await walk.send(`/training/runs/${runId}/staff`)
      await lead(walk, 'open')
      await walk.picture('run')
      sessions = await sessionsOf(server, runId)
      expect(sessions).toHaveLength(10)
      await walk.goTo('/training')
    }))

  test('somebody reads the call on a phone and asks by mail', async () => {
    const page = await openPage(stage.browser, server, { ...visitor, width: 375 })
    await page.goto('/')
    const walk = await walkOn(page)
    await walk.goTo('/courses')
    await walk.follow('.list a')
    await walk.picture('call')
    const place = walk.path()
    await walk.goTo(`${place}/${runId}`)
    await walk.picture('call-run')
    const asked = server.services.clock()
    await walk.send(`${place}/${runId}`)
    expect(await walk.refusals(), 'what is missing is said').toBe(1)
    await walk.fill({ name: '川上 ひろ', kana: 'かわかみ ひろ', email: hiro.email })
    await walk.send(`${place}/${runId}`)
    expect(walk.path()).toBe(`${place}/sent`)
    await walk.goTo(await mailedPath(server, hiro.email, /\/courses\/\S+\/come-in\/[\w-]+/, asked))
    await walk.send(walk.path())
    mine = walk.path()
    expect(mine).toMatch(/^\/my-applications\//)
    expect(walk.barriers).toEqual([])
    await walk.leave()
  })

  test('they write in their own words, what they need too, save, come back, and send', () =>
    onPhone(hiro, async (walk) => {
      await walk.goTo(`${mine}/edit`)
      await walk.fill({ why: '仲間のそばにいたいです', needs: '静かな席がよいです' })
      await walk.page.locator('main button[name="do"][value="save"]').click()
      await walk.page.waitForLoadState()
      await walk.goTo('/my-applications')
      await walk.picture('my-applications')
      await walk.goTo(`${mine}/edit`)
      expect(await walk.page.locator('[name="why"]').inputValue()).toBe('仲間のそばにいたいです')
      await walk.send(`${mine}/edit`)
      expect(await walk.refusals(), 'consent is asked for').toBe(1)
      await walk.picture('application-form')
      await walk.page.locator('[name="consent"]').check()
      await walk.send(`${mine}/edit`)
      expect(walk.path()).toBe(mine)
      await walk.goTo(`${mine}/print`)
      await walk.picture('application-paper')
    }))

  test('staff write down a second one by telephone; the one place is offered, the other waits', () =>
    as('coordinator', async (walk) => {
      await walk.goTo(`/training/runs/${runId}/applications/new`)
      await walk.page.locator('[name="via"][value="phone"]').check()
      await walk.fill({ told_on: '2026-11-23', name: '佐野 まこと', kana: 'さの まこと' })
      await walk.send(`/training/runs/${runId}/applications/new`)
      theirs = walk.path().replace(/\/edit$/, '')
      await walk.fill({ why: '電話で聞きました。前から参加したかったそうです' })
      await walk.page.locator('[name="consent"]').check()
      await walk.send(`${theirs}/edit`)
      await lead(walk, 'selecting')
      await walk.goTo(`/training/runs/${runId}/selection`)
      await walk.picture('selection')
      const hers = mine.replace('/my-applications/', '/training/applications/')
      await decide(walk, theirs, 'offered')
      await walk.goTo(hers)
      await walk.page.locator('form#needs [name="answer"][value="yes"]').check()
      await walk.page.locator('form#needs [name="words"]').fill('前のほうの静かな席を用意します')
      await walk.send(`${hers}/needs`)
      await walk.picture('staff-application')
      await decide(walk, hers, 'offered')
      expect(await walk.refusals(), 'no second place').toBe(1)
      await decide(walk, hers, 'waiting')
      await walk.goTo(`${hers}/letter`)
    }))

  test('the first gives the place back by telephone; the other is asked by itself and says yes with one press', async () => {
    await as('coordinator', (walk) => decide(walk, theirs, 'declined', 'phone'))
    await onPhone(hiro, async (walk) => {
      await walk.goTo('/inbox')
      await walk.goTo(mine)
      await walk.picture('offered')
      await walk.send(`${mine}/status`, 'input[name="to"][value="accepted"]')
      await walk.picture('accepted')
      expect(await walk.written()).toContain('前のほうの静かな席を用意します')
      await walk.goTo('/today')
      await walk.picture('today')
      await walk.goTo('/tasters')
    })
    await as('coordinator', (walk) => lead(walk, 'running'))
    ;({ enrolmentId, personId } = await enrolmentIn(server, runId))
  })

  const sessionPath = (no: number): string => `/training/runs/${runId}/sessions/${sessions[no - 1]}`
  const enter = async (walk: Walk, no: number, state = 'present'): Promise<void> => {
    await walk.goTo(sessionPath(no))
    await walk.page.locator(`input[name="state-${enrolmentId}"][value="${state}"]`).check()
    if (state === 'absent') await walk.fill({ [`note-${enrolmentId}`]: '通院のため' })
    await walk.send(`${sessionPath(no)}/attendance`)
    expect(await walk.refusals()).toBe(0)
  }

  test('five sessions are entered on a phone; the third was missed', async () => {
    passTo('2026-12-21T08:30:00Z')
    await onPhone(leader, async (walk) => {
      await walk.goTo(`${sessionPath(1)}/needs`)
      expect(await walk.written()).toContain('前のほうの静かな席を用意します')
      await walk.goTo(`${sessionPath(1)}/sheet`)
      for (const no of [1, 2, 4, 5]) await enter(walk, no)
      await enter(walk, 3, 'absent')
      await walk.picture('session')
    })
    await onPhone(hiro, async (walk) => {
      await walk.goTo('/my-course')
      await walk.goTo(`/my-course/${enrolmentId}`)
      await walk.picture('my-course')
      await walk.goTo(`/my-course/sessions/${sessions[5]}`)
      await walk.goTo(`/my-course/sessions/${sessions[1]}`)
      await walk.page.locator('[name="feeling"]').first().check()
      await walk.page.locator('[name="words"]').fill('先輩の話が心に残った')
      await walk.send(`/my-course/sessions/${sessions[1]}`)
    })
  })

  test('five more: one from a pasted list, one with homework; somebody who has gone quiet is called', async () => {
    passTo('2027-01-15T08:30:00Z')
    await onPhone(leader, async (walk) => {
      await walk.goTo(`${sessionPath(6)}/online-list`)
      await walk.page.locator('[name="pasted"]').fill('川上 ひろ\niPhone')
      await walk.send(`${sessionPath(6)}/online-list`)
      await walk.send(`${sessionPath(6)}/online-list`)
      expect(walk.path()).toBe(sessionPath(6))
      for (const no of [7, 8, 9, 10]) await enter(walk, no)
      await walk.goTo(sessionPath(7))
      await walk.page.locator('input[name="handed_in"]').check()
      await walk.send(`${sessionPath(7)}/homework`)
      await walk.goTo('/training/calls')
      const call = (await walk.page.locator('main .list a').first().getAttribute('href')) ?? ''
      await walk.goTo(call)
      await walk.page.locator('[name="done"]').fill('電話で話した。来週は来られそうとのこと')
      await walk.send(call)
      expect(walk.path()).toBe('/training/calls')
    })
  })

  test('the missed session is made up by a talk', () =>
    onPhone(leader, async (walk) => {
      await walk.goTo(`/training/runs/${runId}/attendance`)
      await walk.goTo(`/training/enrolments/${enrolmentId}`)
      await walk.page.locator('select[name="session_id"]').selectOption(sessions[2] ?? '')
      await walk.page.locator('input[name="way"][value="talk"]').check()
      await walk.send(`/training/enrolments/${enrolmentId}/made-up`)
      expect(await lastState(server, enrolmentId, sessions[2] ?? '')).toBe('made_up')
    }))

  test('a practicum is proposed; the trainee agrees, then the place', async () => {
    await as('coordinator', async (walk) => {
      await walk.goTo(`/practicums/new/${enrolmentId}`)
      await walk.page.locator('[name="kind"][value="practicum"]').check()
      await walk.page.locator('[name="place_id"]').selectOption(host.placeId ?? '')
      await walk.page.locator('[name="companion_id"]').selectOption(leader.personId)
      await walk.fill({ day: '2027-01-20', from: '10:00', until: '12:00', goals: 'お茶の時間を一緒に過ごす' })
      await walk.send(`/practicums/new/${enrolmentId}`)
      practicum = walk.path()
      expect(practicum).toMatch(/^\/practicums\/[0-9a-f-]{36}$/)
    })
    for (const [who, side] of [
      [hiro, 'trainee'],
      [host, 'place'],
    ] as const)
      await onPhone(who, async (walk) => {
        await walk.goTo('/practicums')
        await walk.goTo(practicum)
        await walk.picture(`practicum-${side}`)
        await walk.send(`${practicum}/agreements/${side}`)
      })
  })

  test('the practicum took place: the trainee writes a diary, the place its words', async () => {
    passTo('2027-01-20T04:00:00Z')
    const day = await dayOf(server, practicum.split('/').at(-1) ?? '')
    const write = async (walk: Walk, what: 'diary' | 'words', text: string): Promise<void> => {
      await walk.goTo(practicum)
      await walk.page.locator(`form[action="${practicum}/days/${day}/${what}"] textarea`).fill(text)
      await walk.send(`${practicum}/days/${day}/${what}`)
    }
    await onPhone(leader, async (walk) => {
      await walk.goTo(practicum)
      await walk.send(`${practicum}/days/${day}`, 'input[value="held"]')
    })
    await onPhone(hiro, (walk) => write(walk, 'diary', 'お茶をいれたら喜ばれた'))
    await onPhone(host, async (walk) => {
      await write(walk, 'words', 'また来てください')
      expect(await walk.written()).not.toContain('お茶をいれたら')
    })
  })

  test('the coordinator completes it and gives the certificate; the trainee is congratulated', async () => {
    await as('coordinator', async (walk) => {
      await walk.goTo(`/training/runs/${runId}/completion`)
      await walk.page.locator(`input[name="complete"][value="${enrolmentId}"]`).check()
      await walk.send(`/training/runs/${runId}/completion`)
      await walk.goTo(`/training/runs/${runId}/figures`)
      await walk.goTo(`/training/runs/${runId}/certificates`)
      await walk.send(`/training/runs/${runId}/certificates`)
    })
    await onPhone(hiro, async (walk) => {
      await walk.goTo('/inbox')
      await walk.goTo(`/my-course/${enrolmentId}`)
      expect(await walk.page.locator('main .notice.good').count()).toBe(1)
    })
  })

  test('the certificate, on a phone, and as a tagged file that says the name', () =>
    onPhone(hiro, async (walk) => {
      await walk.goTo('/certificates')
      certificate = (await walk.page.locator('main a[href^="/certificates/"]').first().getAttribute('href')) ?? ''
      await walk.goTo(certificate)
      await walk.picture('certificate')
      code = await walk.page.locator('main code').first().innerText()
      const file = await walk.page.request.get(`${certificate}/pdf`)
      const printed = await readPdf(new Uint8Array(await file.body()))
      expect(printed).toMatchObject({ pages: 1, marked: true, lang: 'ja-JP' })
      expect(printed.text).toContain('川上ひろ')
      expect(printed.text).toContain('修了証')
      expect(printed.text).toContain(code.replaceAll('-', ''))
      expect(Object.fromEntries(printed.tags)).toMatchObject({ H1: 1, Figure: printed.alts.length })
      expect(printed.fonts.every(({ embedded }) => embedded)).toBe(true)
    }))

  test('whoever is shown it learns that it matches, and nothing where the name is another', async () => {
    const page = await openPage(stage.browser, server, { ...visitor, width: 375 })
    await page.goto(`/verify/${code.replaceAll('-', '')}`)
    const walk = await walkOn(page)
    for (const [name, notice] of [
      ['川上 ひろ', '.notice.good'],
      ['見本 別人', '.notice.attention'],
    ] as const) {
      await walk.goTo(`/verify/${code.replaceAll('-', '')}`)
      await walk.fill({ name })
      await walk.send('/verify')
      expect(await page.locator(notice).count()).toBe(1)
      await walk.picture(name === '川上 ひろ' ? 'matches' : 'does-not')
    }
    expect(walk.barriers).toEqual([])
    await walk.leave()
  })

  test('the trainee applies for registration in their own words, on a phone', () =>
    onPhone(hiro, async (walk) => {
      await walk.goTo('/registration/apply')
      await walk.fill({ words: '料理と散歩が好きです' })
      await walk.send('/registration/apply')
      expect(await walk.refusals(), 'consent is asked for').toBe(1)
      await walk.page.locator('[name="consent"]').check()
      await walk.send('/registration/apply')
      expect(await statusOf(server, personId)).toBe('applied')
    }))

  test('the talk is arranged, the sheet filled in together, and they are registered', () =>
    as('coordinator', async (walk) => {
      const own = `/registrations/${personId}`
      await walk.goTo('/registrations')
      await walk.goTo(own)
      const talk = walk.page.locator(`form[action="${own}/talk"]`)
      await talk.locator('[name="day"]').fill('2027-01-22')
      await talk.locator('[name="time"]').fill('10:00')
      await talk.locator('[name="place"]').fill('事務所')
      await talk.locator('[name="with"]').selectOption({ index: 1 })
      await walk.send(`${own}/talk`)
      await walk.goTo(`/supporters/${personId}`)
      const step = `/supporters/${personId}/sheet/limits`
      await walk.goTo(step)
      await walk.page.locator('[name="wished"]').selectOption('2')
      await walk.page.locator('[name="via"][value="in_person"]').check()
      await walk.send(step)
      await walk.goTo(own)
      await walk.send(`${own}/registered`)
      expect(await statusOf(server, personId)).toBe('registered')
      await walk.goTo('/register')
    }))

  // Whoever was a trainee may come in as either from now on.
  const asSupporter = async (walk: Walk): Promise<void> => {
    if (walk.path() !== '/sign-in/choose') return
    await walk.send('/role', `input[value="${await membershipOf(server, personId)}"]`)
  }

  test('in February people are asked whether they would like to stay', async () => {
    passTo('2027-02-03T01:00:00Z')
    await as('coordinator', async (walk) => {
      await walk.goTo('/renewals')
      await walk.send('/renewals/asked')
    })
    expect(await statusOf(server, personId)).toBe('renewal_asked')
  })

  test('one press is enough to stay for the next fiscal year, on a phone', () =>
    onPhone(hiro, async (walk) => {
      await asSupporter(walk)
      await walk.goTo('/today')
      await walk.picture('renewal-today')
      await walk.goTo('/registration')
      await walk.picture('renewal')
      await walk.send('/registration/renewal', 'input[value="stay"]')
      expect(await statusOf(server, personId)).toBe('registered')
      const cardOf = async (path: string) =>
        (await readPdf(new Uint8Array(await (await walk.page.request.get(path)).body()))).text
      expect(await cardOf('/registration/card.pdf')).toContain('令和9年3月31日')
      expect(await cardOf('/registration/card.pdf?card=next')).toContain('令和9年4月1日〜令和10年3月31日')
    }))

  test('the year has turned, and they are registered', async () => {
    passTo('2027-04-01T02:00:00Z')
    await server.jobs.runJob('registration.terms')
    expect(await statusOf(server, personId)).toBe('registered')
    await onPhone(hiro, async (walk) => {
      await asSupporter(walk)
      await walk.goTo('/registration')
      expect(await walk.written()).toContain(visitor.reader?.locale === 'ja' ? '令和10年3月31日' : '2028年')
    })
  })

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})
