import type { Contract } from '#contract/contract';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import { type BytesOf, openExchanges, recipesIn } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { compareOpinions } from '#judgement/compare-opinions';
import type { JudgedAgain } from './conclusion.ts';

/** Starts the comparing of two validators over what a folder holds, in a worker of its own: it takes as long as all else. */
export const start = (contract: Contract) => ({
  compare: (directory: string): Promise<JudgedAgain['schemas']> => compared(contract, directory),
});

/** Messages that are compared at once: as many as one start of xmllint is worth. */
const atOnce = 1000;

const compared = async (contract: Contract, directory: string): Promise<JudgedAgain['schemas']> => {
  const bytes = openExchanges(directory);
  const sent = messagesIn(directory);
  const seen = new Set<string>();
  const sum = { documents: 0, valid: 0, differing: [] as { readonly exchange: string; readonly part: string }[] };
  for (let first = 0; first < sent.length; first += atOnce) {
    const some = sent.slice(first, first + atOnce);
    const { documents, valid, differing } = await compareOpinions(contract, some.map(readWith(bytes)), {
      seen,
    });
    sum.documents += documents;
    sum.valid += valid;
    sum.differing.push(...differing.map(({ message, part }) => ({ exchange: some[message]?.id ?? '', part })));
  }
  return sum;
};

/** The bytes of a request, and its exchange. */
interface Kept {
  readonly id: string;
  readonly request: KeptBytes;
}

/** What was sent and kept whole, each once. */
const messagesIn = (directory: string): readonly Kept[] => {
  const found = new Map<string, Kept>();
  const isRecipe = recipesIn(directory);
  for (const event of readJournal(directory)) {
    if (event.type !== 'exchange' || event.lacks !== undefined) continue;
    const { id, request } = event;
    if (request !== undefined && !isRecipe(request)) found.set(request.sha256, { id, request });
  }
  return [...found.values()];
};

/** Bytes that are gone are told with the cases. */
const readWith =
  (bytes: BytesOf) =>
  ({ request }: Kept): Uint8Array =>
    bytes(request) ?? new Uint8Array();
