import { readdirSync, readFileSync } from 'node:fs';

/** Most megabytes that each process of a family held so far, by its id; Linux alone tells. */
export const peaksOf = (ancestor: number): ReadonlyMap<number, number> => {
  const all = new Map(processes());
  const isOurs = (id: number): boolean => id === ancestor || (id > 1 && isOurs(all.get(id)?.parent ?? 0));
  return new Map([...all].flatMap(([id, { peak }]) => (peak > 0 && isOurs(id) ? [[id, peak] as const] : [])));
};

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), statusOf(name)] as const);

const statusOf = (id: string): { readonly parent: number; readonly peak: number } => {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const number = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { parent: number('PPid'), peak: number('VmHWM') / 1024 };
  } catch {
    // It has just ended.
    return { parent: 0, peak: 0 };
  }
};
