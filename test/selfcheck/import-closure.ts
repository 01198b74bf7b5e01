import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/**
 * Lists the files of one room that an entry leads to, itself included. Type-only imports count, as a reader follows them too;
 * other rooms are not entered.
 */
export const importClosure = (project: string, entry: string): readonly string[] => {
  const room = `${entry.split('/')[0] ?? ''}/`;
  const reached = new Set([entry]);
  for (const file of reached) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(project, file), 'utf8'));
    const targets = importedFiles.map(({ fileName }) => targetOf(file, fileName));
    for (const target of targets) if (target.startsWith(room)) reached.add(target);
  }
  return [...reached].sort();
};

/** The path from the root of the project; of a package its bare name, which lies in no room. */
const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('#')) return `${specifier.slice(1)}.ts`;
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
};
