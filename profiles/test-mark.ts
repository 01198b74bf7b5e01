import { isIP } from 'node:net';

/** Parts of a host name that say that it is for tests. */
const marks: ReadonlySet<string> = new Set(
  'eto tst test acc acceptatie poc demo ont ontwikkel dev pre preprod oefen'.split(' '),
);

/** Whether a host name says that it is for tests; in a label of Punycode the letters are not those of the name. */
export const bearsTestMark = (host: string): boolean =>
  isIP(host) === 0 &&
  host
    .split('.')
    .filter((label) => !label.startsWith('xn--'))
    .some((label) => label.split('-').some((part) => marks.has(part.replace(/\d+$/, ''))));
