export const messagePaths = {
  inbox: '/inbox',
  inboxPage: (page: number) => `/inbox?page=${page}`,
  readAll: '/inbox/read',
  /** Where every mail leads: it asks for a sign-in and goes on to what the message is about. */
  open: (id: string) => `/m/${id}`,
  deadLetters: '/dead-letters',
  retryMessage: (id: string) => `/dead-letters/messages/${id}/retry`,
  retryEvent: (id: string) => `/dead-letters/events/${id}/retry`,
  demoMails: '/demo/mails',
}
