import type { Contract, FilledElement } from '../contract.ts';

/** Stand in a message for the credentials, in everything that is recorded; the client fills them in just before the wire. */
export const usernamePlaceholder = '__3PAS-USERNAME__';
export const passwordPlaceholder = '__3PAS-PASSWORD__';

/** The elements that a contract has messages bear by its own word: header blocks, and the request of the connection test. */
export const filledElements = ({
  alive,
  headers,
}: Pick<Contract['service'], 'alive' | 'headers'>): readonly FilledElement[] => [
  ...headers,
  ...(alive === undefined ? [] : [alive.filled]),
];

/** Whether one of these holds the username or the password. */
export const bearsCredentials = ({ service }: Pick<Contract, 'service'>): boolean =>
  filledElements(service).some(({ fills }) => fills.some(({ from }) => from === 'username' || from === 'password'));
