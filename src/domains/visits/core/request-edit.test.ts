import { expect, test } from 'vitest'
import { mayEdit } from './request-edit.ts'
import { requestActors, requestStatuses } from './request-status.ts'

test('who may write the content anew, over all statuses and roles', () => {
  const asked = ['host', 'supporter', 'coordinator']
  const got = Object.fromEntries(
    requestStatuses.map((status) => [status, requestActors.filter((who) => mayEdit(status, who))]),
  )
  expect(got).toEqual({
    draft: asked,
    submitted: asked,
    adjusting: asked,
    agreed: ['coordinator'],
    matching: ['coordinator'],
    confirmed: [],
    done: [],
    withdrawn: [],
    not_possible: [],
  })
})
