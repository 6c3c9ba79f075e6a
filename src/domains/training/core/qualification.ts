/** The national training for peer support (障害者ピアサポート研修), taken elsewhere. */
export const nationalCourses = ['basic', 'advanced', 'follow_up'] as const
export type NationalCourse = (typeof nationalCourses)[number]

/** As whom somebody took it: with experience of their own, or beside those who have it. */
export const nationalRoles = ['experience', 'colleague'] as const
export type NationalRole = (typeof nationalRoles)[number]
