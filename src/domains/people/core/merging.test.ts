import { expect, test } from 'vitest'
import { mergeBlockers, type MergeFacts, undoBlockers } from './merging.ts'

const free: MergeFacts = { isOwn: false, saidNotSame: false, bothSignIn: false, takenAtOnce: null, holders: [] }
const at = new Date('2026-12-01T01:00:00Z')

test.each<[Partial<MergeFacts>, unknown[]]>([
  [{}, []],
  [{ isOwn: true }, [{ kind: 'own_record' }]],
  [{ saidNotSame: true }, [{ kind: 'said_not_same' }]],
  [{ bothSignIn: true }, [{ kind: 'both_sign_in' }]],
  [{ takenAtOnce: at }, [{ kind: 'taken_at_once', at }]],
  [{ holders: [{ kind: 'holder_not_asked' }] }, [{ kind: 'holder_not_asked' }]],
])('each stands in the way by itself: %j', (more, blockers) =>
  expect(mergeBlockers({ ...free, ...more })).toEqual(blockers),
)

test.each([
  [{ undone: false, erased: false, mergedFurther: false }, []],
  [{ undone: true, erased: true, mergedFurther: true }, [{ kind: 'undone_already' }]],
  [{ undone: false, erased: true, mergedFurther: true }, [{ kind: 'merged_further' }]],
  [{ undone: false, erased: true, mergedFurther: false }, [{ kind: 'erased' }]],
])('undoing %j', (facts, blockers) => expect(undoBlockers(facts)).toEqual(blockers))
