import { contractFilesIn, longestContract } from '#bundle/contract-file';
import { contractDifferences } from '#contract/diff/contract-differences';
import type { Contract } from '#contract/contract';
import { digestOf } from '#contract/folder/digest';
import { readContractIn } from '#contract/reader';
import type { Bilingual } from '#contract/texts/bilingual';
import { notCompared } from '#gate/text/contract-words';
import { readWithin } from '#xml/read-within';
import { diffText } from '../contract/diff/diff-text.ts';

/** Starts the comparing of contracts of vendors, whose schemas others wrote, with the one of whoever decides. */
export const start = (contract: Contract) => ({
  compare: (file: string, digest: string): Promise<readonly Bilingual[]> =>
    Promise.resolve(comparedWith(contract, file, digest)),
});

const comparedWith = (contract: Contract, file: string, digest: string): readonly Bilingual[] => {
  const files = contractFilesIn(readWithin(file, longestContract).toString());
  if (files === undefined || digestOf(files) !== digest) return [notCompared.other];
  const differences = contractDifferences(readContractIn(files), contract);
  const lines = { nl: linesOf(diffText(differences, 'nl')), en: linesOf(diffText(differences, 'en')) };
  const shown = lines.nl.slice(0, most).map((nl, index) => ({ nl, en: lines.en[index] ?? '' }));
  const left = lines.nl.length - shown.length;
  return [sum(lines.nl.length), ...shown, ...(left > 0 ? [more(left)] : [])];
};

/** Lines that are told. */
const most = 20;

/** Those below the name of a topic. */
const linesOf = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []));

const sum = (count: number): Bilingual =>
  count === 0
    ? {
        nl: 'het contract van de leverancier zegt hetzelfde als dat van KOOP, in andere bestanden',
        en: 'the contract of the vendor says the same as that of KOOP, in other files',
      }
    : {
        nl: `het contract van de leverancier verschilt van dat van KOOP (${String(count)}; van leverancier naar KOOP):`,
        en: `the contract of the vendor differs from that of KOOP (${String(count)}; from vendor to KOOP):`,
      };

const more = (count: number): Bilingual => ({
  nl: `en nog ${String(count)} verschillen`,
  en: `and ${String(count)} more differences`,
});
