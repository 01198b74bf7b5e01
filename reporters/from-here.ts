import { isAbsolute, relative } from 'node:path';

/** A path as it is shortest to type where the command was started. */
export const fromHere = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
};
