import type { Contract, FilledElement } from '#contract/contract';
import { losslessText } from '#endpoint/encoding';
import { inHeader } from '#endpoint/server/soap/in-header';
import { withoutSecretBlocks } from '#endpoint/server/soap/secret-blocks';
import { serialize } from '#xml/serialize';
import type { XmlElement } from '#xml/tree';

/** Whether a header block of the contract is there to bear credentials. */
export const isOfCredentials = ({ fills }: FilledElement): boolean =>
  fills.some(({ from }) => from === 'username' || from === 'password');

/**
 * A message with these header blocks in the place of the credentials that it came with, and without other blocks of a header that
 * hold a secret; every other byte stays as it is. Where it has none and gets none it is the very same.
 */
export const withOwnCredentials = (
  { service }: Contract,
  message: Uint8Array,
  own: readonly XmlElement[],
): Uint8Array => {
  const { text, inline, toBytes } = losslessText(message);
  const names = service.headers.filter(isOfCredentials).map(({ element }) => element.name);
  const asked = new Set(service.headers.map(({ element }) => element.name));
  const bare = withoutSecretBlocks(withoutBlocks(text, names), (name) => asked.has(name));
  const written = own.map((block) => inline(serialize(block))).join('');
  const whole = written === '' ? bare : inHeader(bare, written);
  return whole === text ? message : toBytes(whole);
};

/** Only what stands before the Body is a header. */
const withoutBlocks = (text: string, names: readonly string[]): string => {
  const end = /<(?:[\w.-]+:)?Body[\s/>]/.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  if (!['UsernameToken', ...names].some((name) => head.includes(name))) return text;
  const without = ['UsernameToken', ...names].reduce((rest, name) => rest.replace(elementsNamed(name), ''), head);
  const emptied = without.length === head.length ? without : without.replace(emptySecurity, '');
  return emptied + text.slice(end);
};

/** One that is not closed reaches to the end, so that many of them take no longer than one. */
const elementsNamed = (name: string): RegExp =>
  new RegExp(
    String.raw`<((?:[\w.-]+:)?${name.replace(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`)})(?=[\s/>])(?:[^<>]*/>|[^<>]*>[^]*?(?:</\1\s*>|$))`,
    'gu',
  );

const emptySecurity = /<((?:[\w.-]+:)?Security)(?=[\s/>])[^<>]*>\s*<\/\1\s*>/gu;
