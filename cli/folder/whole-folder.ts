import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning, thisProcess } from './running-process.ts';

/** How the hidden folders begin in which a folder is put together, beside where it is wanted: no command takes one for a folder of its own. */
const begun = (wanted: string): string => `.${basename(wanted)}.making-`;

const newBeside = (wanted: string): string =>
  mkdtempSync(join(dirname(wanted), `${begun(wanted)}${String(process.pid)}-`));

/** Tries whether a folder can be put together beside where it is wanted, and removes what a process left there that was ended; throws as `node:fs` does. */
export const tryBeside = (wanted: string): void => {
  rmdirSync(newBeside(wanted));
  for (const name of readdirSync(dirname(wanted)).filter((one) => one.startsWith(begun(wanted)))) {
    const pid = /^(\d+)-\w{6}$/.exec(name.slice(begun(wanted).length))?.[1];
    if (pid === undefined || isRunning({ ...thisProcess(), pid: Number(pid), start: undefined })) continue;
    rmSync(join(dirname(wanted), name), { recursive: true, force: true });
  }
};

/** Copies first, since a folder for what is temporary is often on another disk, and gives the name when all is there. */
export const copyWhole = (from: string, wanted: string): void => {
  const beside = newBeside(wanted);
  try {
    cpSync(from, beside, { recursive: true });
    if (existsSync(wanted)) rmdirSync(wanted);
    renameSync(beside, wanted);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
};
