/** Names of the fields that every form carries for the pipeline. */
export const formNames = { token: '_token', version: '_version' } as const
