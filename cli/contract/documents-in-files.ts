import { statSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import type { DocumentSource, FoundDocument } from '#contract/wsdl/found-document';
import { readWithin } from '#xml/read-within';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** The WSDL in a file; throws `UsageError`. */
export const documentInFile = (path: string): FoundDocument => {
  try {
    return { name: normalize(path), bytes: new Uint8Array(readWithin(path)) };
  } catch (error) {
    const { nl, en } = saidBy(error);
    throw new UsageError(
      {
        nl: `${path} is niet te lezen (${nl}); geef het pad van een bestand`,
        en: `${path} can't be read (${en}); give the path of a file`,
      },
      { cause: error },
    );
  }
};

/** Documents beside a WSDL that is a file: by relative path, or what was given under the name that a location ends with. */
export const documentsInFiles = (given: readonly FoundDocument[]): DocumentSource => ({
  given,
  at: (location, from) => Promise.resolve(found(given, location, from)),
});

const found = (given: readonly FoundDocument[], location: string, from: string): FoundDocument => {
  const called = given.find(({ name }) => namesFor(location).includes(basename(name).toLowerCase()));
  if (called !== undefined) return called;
  const paths = isAddress(location) ? [] : [join(dirname(from), decoded(location))];
  const beside = namesFor(location).map((name) => join(dirname(from), name));
  const path = [...paths, ...beside].find(isFile);
  if (path !== undefined) return known(given, path) ?? documentInFile(path);
  throw new ContractError(
    wholeFile(location),
    'it is not beside the file that names it, and 3pas does not fetch what a file asks for; give it with --xsd',
  );
};

const known = (given: readonly FoundDocument[], path: string): FoundDocument | undefined =>
  given.find(({ name }) => resolve(name) === resolve(path));

const isAddress = (location: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(location);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The names under which what stands at a location is saved: `Service.svc?xsd=xsd0` as `xsd0.xsd` and others. */
const namesFor = (location: string): readonly string[] => {
  const [path = '', query = ''] = decoded(location).split(/[?#]/);
  const last = basename(path.replaceAll('\\', '/'));
  const value = query.split('=').at(-1) ?? '';
  const names = value === '' ? [last] : [value, `${value}.xsd`, `${value}.wsdl`, `${last}_${value}.xsd`];
  return names.filter((name) => name !== '').map((name) => name.toLowerCase());
};
