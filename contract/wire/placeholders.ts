/** Stand in a message for the credentials, in everything that is recorded; the client fills them in just before the wire. */
export const usernamePlaceholder = '__3PAS-USERNAME__';
export const passwordPlaceholder = '__3PAS-PASSWORD__';
