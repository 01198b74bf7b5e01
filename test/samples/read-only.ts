import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';

/** A folder that every user can come to, as those of tests can't be. */
export const openFolder = (name: string): string => mkdtempSync(`/tmp/3pas-${name}-`);

/** A folder as nobody can write to it, where every user can come to it, or undefined where this user may not mount one. */
export const readOnly = (folder: string): { readonly folder: string; readonly release: () => void } | undefined => {
  const mounted = openFolder('read-only');
  try {
    execFileSync('mount', ['--bind', folder, mounted], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,bind,ro', mounted], { stdio: 'ignore' });
  } catch {
    rmdirSync(mounted);
    return undefined;
  }
  const release = (): void => {
    execFileSync('umount', [mounted]);
    rmdirSync(mounted);
  };
  return { folder: mounted, release };
};

/** The command, before its arguments, that runs another as a user without name and groups. */
export const asNobody = ['setpriv', '--reuid', '12345', '--regid', '12345', '--clear-groups'] as const;
