/** The text about the handling of personal data that stands on the application; a new text is a new question. */
export const consentTextVersion = '2026-11'
