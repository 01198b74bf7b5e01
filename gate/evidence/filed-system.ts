import * as v from 'valibot';
import { parse } from 'yaml';
import type { DeclaredSystem } from '../facts/gate-facts.ts';

const shape = v.object({
  vendor: v.string(),
  product: v.string(),
  version: v.string(),
  documentTypes: v.record(v.string(), v.unknown()),
});

/** The system that the vendor file of a package declares, whatever contract it was made for; undefined for a text that is none. */
export const filedSystem = (text: string): DeclaredSystem | undefined => {
  const said = parsed(text);
  if (!v.is(shape, said)) return undefined;
  const { documentTypes, vendor, product, version } = said;
  return { vendor, product, version, documentTypes: Object.keys(documentTypes) };
};

/** Characters that such a file has at most. */
const longest = 64 * 1024;

/** Aliases are few: a text can be made to grow without end. */
const parsed = (text: string): unknown => {
  if (text.length > longest) return undefined;
  try {
    return parse(text, { maxAliasCount: 10, logLevel: 'silent' });
  } catch {
    return undefined;
  }
};
