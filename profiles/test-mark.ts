import { isIP } from 'node:net';

/** Parts of a host name that say that it is for tests. */
const marks: ReadonlySet<string> = new Set(
  'eto tst test acc acceptatie poc demo ont ontwikkel dev pre preprod oefen'.split(' '),
);

/** Whether a host name says that it is for tests; in a label of Punycode the letters are not those of the name, and a top-level domain says nothing. */
export const bearsTestMark = (host: string): boolean =>
  isIP(host) === 0 &&
  ownLabels(host.split('.'))
    .filter((label) => !label.startsWith('xn--'))
    .some((label) => label.split('-').some((part) => marks.has(part.replace(/\d+$/, ''))));

/** All but the top-level domain, unless that is the one which RFC 2606 keeps for tests. */
const ownLabels = (labels: readonly string[]): readonly string[] =>
  labels.length === 1 || labels.at(-1) === 'test' ? labels : labels.slice(0, -1);
