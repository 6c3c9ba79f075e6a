export const guidePaths = {
  pattern: '/guide/:role',
  all: '/guide',
  today: '/today',
}

export const guidePath = (role: string): string => `${guidePaths.all}/${role}`
