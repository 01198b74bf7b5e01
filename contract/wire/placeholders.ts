import type { Contract } from '../contract.ts';

/** Stand in a message for the credentials, in everything that is recorded; the client fills them in just before the wire. */
export const usernamePlaceholder = '__3PAS-USERNAME__';
export const passwordPlaceholder = '__3PAS-PASSWORD__';

/** Whether header blocks of a contract's own hold the username or the password. */
export const bearsCredentials = ({ service }: Pick<Contract, 'service'>): boolean =>
  service.headers.some(({ fills }) => fills.some(({ from }) => from === 'username' || from === 'password'));
