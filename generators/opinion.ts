import { ownHeaders } from './filled-element.ts';
import { createTable } from '#documents/table';
import type { Opinion } from '#judgement/finding';
import type { Draft, Payload } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { openNumber } from './marks.ts';
import { pack, plainPacking } from './pack.ts';

/** The base64 of payloads, by run id. */
const written = createTable<string, WeakMap<Payload, string>>();

/** What the oracle says of a draft, written in the usual way under the open number. */
export const opinionOf = (generation: Generation, draft: Draft): Opinion => {
  const { contract, oracle, context, runId, workshop } = generation;
  // Most edits leave the payloads of a draft as they are.
  const known = written(workshop, runId, () => new WeakMap());
  const message = pack(draft, plainPacking(contract), {
    runId,
    number: openNumber,
    headers: ownHeaders(contract, { runId, number: openNumber }),
    known,
  });
  return oracle.judge(message, context);
};
