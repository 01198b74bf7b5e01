import { createHash } from 'node:crypto';
import { contractFilesIn } from '#bundle/contract-file';
import { digestOf } from '#contract/folder/digest';
import { withPlainLineEnds } from '#contract/folder/line-ends';
import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import { notCompared } from '../text/contract-words.ts';

/** SHA-256 of each file of a contract, by name, however its lines end. */
export const digestsOf = (files: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(withPlainLineEnds(bytes)).digest('hex')]),
  );

/** The files in which the contract of a vendor (the text of a package, and the digest that its journal names) is another than that of whoever decides: a page reads no schemas, and leaves to the command what that means. */
export const differingFiles = (
  text: string,
  digest: string,
  own: Readonly<Record<string, string>>,
): readonly Bilingual[] => {
  if (text === '') return [notCompared.notThere];
  const files = contractFilesIn(text);
  if (files === undefined || digestOf(files) !== digest) return [notCompared.other];
  const theirs = digestsOf(files);
  const names = [...new Set([...Object.keys(own), ...Object.keys(theirs)])].filter(
    (name) => own[name] !== theirs[name],
  );
  const named = names.slice(0, most).map((name) => shortly(name, 100));
  const list = [...named, ...(names.length > most ? ['…'] : [])].join(', ');
  return [
    {
      nl: `het contract van de leverancier verschilt van dat van KOOP in ${list}; wat dat betekent, zegt het commando 3pas gate`,
      en: `the contract of the vendor differs from that of KOOP in ${list}; the command 3pas gate tells what that means`,
    },
  ];
};

/** Names that are told. */
const most = 20;
