import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { FacesFile } from '#contract/rules/faces-file';

/** Imports a module from the very bytes that were looked at, whatever its file holds by now; it is at the address of the file. */
export const importBytes = async ({
  path,
  bytes,
  digest,
}: Pick<FacesFile, 'path' | 'bytes' | 'digest'>): Promise<Readonly<Record<string, unknown>>> => {
  const url = `${pathToFileURL(path).href}?${digest}`;
  // Test runners and bundlers look for a file themselves, and leave this kind of address to Node.
  const name = `data:text/javascript,${encodeURIComponent(url)}`;
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === name ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (asked, context, next) =>
      asked === url ? { format: 'module', source: bytes, shortCircuit: true } : next(asked, context),
  });
  try {
    return (await import(name)) as Readonly<Record<string, unknown>>;
  } finally {
    hooks.deregister();
  }
};
