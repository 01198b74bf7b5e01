import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import { UsageError } from '../usage-error.ts';

/** Throws for a folder that leads out of itself: Node's permission model follows links, and takes `*` in a path for anything. */
export const mustKeepInside = (folder: string): void => {
  const root = realpathSync(folder);
  if (root.includes('*'))
    throw new UsageError({
      nl: `het pad ${root} bevat een *, en is daarom niet af te schermen; geef de map een andere naam`,
      en: `the path ${root} has a * in it, and so can't be kept apart; rename the folder`,
    });
  for (const link of linksIn(root)) mustLeadInside(root, link);
};

/** Node's own recursion follows links to folders. */
const linksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) return [path];
    return entry.isDirectory() ? linksIn(path) : [];
  });

const mustLeadInside = (root: string, link: string): void => {
  const end = endOf(link);
  if (end === root || end?.startsWith(root + sep) === true) return;
  const where = end === undefined ? 'nowhere' : `out of the folder, to ${end}`;
  throw new ContractError(
    wholeFile(relative(root, link)),
    `the link leads ${where}, and rules.mjs would read along; put the file itself there`,
  );
};

const endOf = (link: string): string | undefined => {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
};
