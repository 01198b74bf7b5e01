import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { jsonText } from '#contract/texts/json-text';

/** The client certificates in a package, a line each with the digest that its journal names: a browser does not unpack the bytes of messages. */
export const certificatesName = 'certificates.ndjson';

const line = v.strictObject({ sha256: v.string(), pem: v.string() });

/** The text for certificates (PEM) by their digest; undefined where there are none. */
export const certificatesText = (certificates: ReadonlyMap<string, string>): string | undefined =>
  certificates.size === 0
    ? undefined
    : [...certificates].map(([sha256, pem]) => `${jsonText({ sha256, pem })}\n`).join('');

/** The certificates that such a text holds, by their digest; none of a line that is not what its digest says. */
export const certificatesIn = (text: string): ReadonlyMap<string, string> => new Map(text.split('\n').flatMap(entryOf));

const entryOf = (text: string): readonly (readonly [string, string])[] => {
  const said = parsed(text);
  if (!v.is(line, said)) return [];
  return createHash('sha256').update(said.pem).digest('hex') === said.sha256 ? [[said.sha256, said.pem]] : [];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
