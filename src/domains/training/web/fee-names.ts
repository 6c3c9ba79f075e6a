import { staffWords } from '#platform/i18n/words.ts'

/** What supplements, services and roles are called. */
export const feeNames = staffWords({
  ja: {
    supplements: {
      peer_system: 'ピアサポート体制加算',
      peer_practice: 'ピアサポート実施加算',
      peer_after_leaving: '退居後ピアサポート実施加算',
    },
    services: {
      independent_living: '自立生活援助',
      planned_consultation: '計画相談支援',
      child_consultation: '障害児相談支援',
      transition: '地域移行支援',
      settlement: '地域定着支援',
      continued_work_b: '就労継続支援B型',
      training_function: '自立訓練（機能訓練）',
      training_living: '自立訓練（生活訓練）',
      group_home: '共同生活援助（グループホーム）',
      after_leaving: '退居後共同生活援助',
    },
    roles: { experience: '経験を活かして働く職員', colleague: '管理者・一緒に働く職員' },
    courses: { basic: '基礎研修', advanced: '専門研修' },
    and: 'と',
    comma: '、',
  },
  en: {
    supplements: {
      peer_system: 'Peer support system supplement',
      peer_practice: 'Peer support practice supplement',
      peer_after_leaving: 'Peer support after leaving supplement',
    },
    services: {
      independent_living: 'Support for living on one’s own',
      planned_consultation: 'Planned consultation',
      child_consultation: 'Consultation for children',
      transition: 'Transition to the community',
      settlement: 'Settling in the community',
      continued_work_b: 'Continued work, type B',
      training_function: 'Training for independence (function)',
      training_living: 'Training for independence (daily life)',
      group_home: 'Group home',
      after_leaving: 'Group home, after leaving',
    },
    roles: { experience: 'Staff who work from their experience', colleague: 'Manager or staff who work beside them' },
    courses: { basic: 'basic course', advanced: 'advanced course' },
    and: ' and ',
    comma: ', ',
  },
})
