import { parsePath } from '#xml/simple-path';
import { xsi } from '#xml/schema/names';
import type { Telling } from '../contract.ts';
import type { Namespaces } from '../folder/qname.ts';

const nameOfNode = /^\s*local-name\s*\(\s*([^()]*?)\s*\)\s*$/;

/** How the text of a role is told where it is no text of a message: by the name of an element, or by its type. */
export const tellingOf = (at: string, namespaces: Namespaces): Telling | undefined => {
  const named = nameOfNode.exec(at)?.[1];
  if (named !== undefined) {
    const path = named === '' ? '.' : named;
    return parsePath(path, namespaces) === undefined ? undefined : { by: 'element', at: path };
  }
  const [, element, prefix = ''] = /^(?:(.*)\/)?@([^:/]+):type$/.exec(at.trim()) ?? [];
  if (namespaces[prefix] !== xsi || parsePath(at, namespaces) === undefined) return undefined;
  return { by: 'type', at: element ?? '.' };
};
