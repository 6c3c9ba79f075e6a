const shape = /^[\x21-\x7e]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** The address as accounts are found by it, or null where it is none. */
export const normalEmail = (text: string): string | null => {
  const email = text.normalize('NFKC').trim().toLowerCase()
  return email.length <= 254 && shape.test(email) && !/[<>"(),;:\\[\]]/.test(email) ? email : null
}

/** 'h•••@example.jp': enough to know one's own, for a page that anybody with the link may see. */
export const maskedEmail = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.indexOf('@'))}`
