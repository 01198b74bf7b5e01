import type { QName } from '#xml/qname';

/** A folder for each root: its local name, numbered where two would be alike on a file system that does not tell case apart. */
export const folderNames = (roots: readonly QName[]): ReadonlyMap<QName, string> => {
  const taken = new Set<string>();
  return new Map(
    roots.map((root) => {
      let folder = root.name;
      for (let count = 2; taken.has(folder.toLowerCase()); count += 1) folder = `${root.name}-${String(count)}`;
      taken.add(folder.toLowerCase());
      return [root, folder];
    }),
  );
};
