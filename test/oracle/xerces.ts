import { openXerces, type Verdict } from '#documents/judge/xerces';

/** A schema, its entry first, with documents to be judged by it. */
export interface Batch {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly documents: readonly Uint8Array[];
}

/** Judges documents with the JDK's Xerces: for each batch its verdicts, in order; throws when there is no JDK. */
export const judgeWithXerces = async (batches: readonly Batch[]): Promise<readonly (readonly Verdict[])[]> => {
  const verdicts: Verdict[] = [];
  const xerces = openXerces((verdict) => void verdicts.push(verdict));
  for (const { files, documents } of batches) {
    await xerces.schema(files);
    for (const document of documents) await xerces.judge(document);
  }
  await xerces.close();
  let at = 0;
  return batches.map(({ documents }) => verdicts.slice(at, (at += documents.length)));
};
