import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { facesFile } from '#contract/rules/faces-file';
import { isShipped } from '#contract/rules/shipped-faces';
import { readWithoutExamples } from '#contract/reader';
import { noFaces } from '#generators/faces';
import { loadFaces } from '#generators/faces/load-faces';
import { makeFolder } from '../folder/make-folder.ts';
import { momentOf } from '../run/clock.ts';
import { generationFor, makeExamples } from './examples.ts';

/** Makes the examples of a folder anew, and gives their names; rules whose code does not come with the suite are kept by chance. */
export const renewExamples = async (folder: string, clock: string | undefined): Promise<readonly string[]> => {
  const contract = readWithoutExamples(folder);
  const file = facesFile(contract);
  const faces = file !== undefined && isShipped(file.digest) ? await loadFaces(contract) : noFaces;
  const { files } = makeExamples(generationFor(contract, faces, momentOf(clock).today));
  for (const [name, bytes] of files) {
    makeFolder(dirname(join(folder, name)));
    writeFileSync(join(folder, name), bytes);
  }
  return [...files.keys()];
};
