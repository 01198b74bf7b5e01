import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { readShaped } from '#contract/description/description';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import type { Place } from '#xml/place';
import { readWithin } from '#xml/read-within';
import { type CorpusCase, caseBounds } from './corpus-case.ts';
import { caseShape } from './case-shape.ts';
import { sentDigest } from './sent-digest.ts';

/** The file that makes a folder a case. */
export const caseFile = 'case.yaml';

/** Reads a case in its folder; throws `ContractError` with file, line and key of what is wrong in it. */
export const readCase = (folder: string): CorpusCase => {
  const path = join(folder, caseFile);
  const { entries, placeOf } = readShaped(
    caseShape,
    path,
    bytesOf(path, { most: caseBounds.description, place: wholeFile(path) }),
  );
  const { case: _version, expected, actual, why, documentType, constraint, origin, sent, ...rest } = entries;
  const one: CorpusCase = {
    ...rest,
    ...{ documentType, constraint, why, deviation: { expected, actual } },
    origin,
    requests: rest.requests.map(({ file, constraint: broken, ...request }, index) => ({
      ...request,
      constraint: broken,
      body:
        file === undefined
          ? new Uint8Array()
          : bytesOf(join(folder, file), { most: caseBounds.bytes, place: placeOf('requests', index, 'file') }),
    })),
  };
  if (sent !== undefined && sent !== sentDigest(one.requests)) throw new ContractError(placeOf('sent'), otherBytes);
  return one;
};

const otherBytes: Bilingual = {
  nl: 'de berichten van dit geval (requests en hun bestanden) zijn niet die van de bevinding (sent), dus zou het slagen ervan niets zeggen; zet ze terug, of haal het geval weg: een volgende run legt het opnieuw vast. In git hoort * -text in .gitattributes',
  en: 'the messages of this case (requests and their files) are not those of the finding (sent), so that their passing would say nothing; put them back, or take the case away: a next run keeps it anew. In git .gitattributes needs * -text',
};

interface Bounded {
  readonly most: number;
  /** What names the file. */
  readonly place: Place;
}

/** Neither a link, which may lead anywhere, nor a pipe, which may never end. */
const bytesOf = (path: string, { most, place }: Bounded): Buffer => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const shown = visible(path);
  if (found === undefined) throw new ContractError(place, gone(shown));
  if (!found.isFile()) throw new ContractError(place, notPlain(shown));
  if (found.size > most) throw new ContractError(place, tooLarge(shown, found.size, most));
  try {
    return readWithin(path, most);
  } catch (error) {
    throw new ContractError(place, unreadable(shown), error);
  }
};

const gone = (path: string): Bilingual => ({
  nl: `er is geen bestand ${path}; zet het terug`,
  en: `there is no file ${path}; put it back`,
});

const notPlain = (path: string): Bilingual => ({
  nl: `${path} is geen gewoon bestand; zet er een voor in de plaats`,
  en: `${path} is no plain file; put one in its place`,
});

const tooLarge = (path: string, size: number, most: number): Bilingual => ({
  nl: `${path} heeft ${String(size)} bytes, en er worden er ten hoogste ${String(most)} gelezen; haal het geval weg`,
  en: `${path} has ${String(size)} bytes, and ${String(most)} are read at most; take the case out`,
});

const unreadable = (path: string): Bilingual => ({
  nl: `${path} is niet te lezen; geef uzelf er leesrechten op`,
  en: `${path} can't be read; give yourself the rights to it`,
});

/** Reads another YAML file of a case's folder, bounded in the same way; undefined where there is none. */
export const readBeside = <Entries>(
  folder: string,
  name: string,
  shape: v.GenericSchema<unknown, Entries>,
): Entries | undefined => {
  const path = join(folder, name);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  return readShaped(shape, path, bytesOf(path, { most: caseBounds.description, place: wholeFile(path) })).entries;
};
