import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsIn } from '../run/three-pas.ts';
import type { Attack, Topic } from './attempt.ts';
import { bugIn, type Ended, kill, project, shell } from './command.ts';

const small = 'run --runs 1 --document-type Melding --seed 1 --lang en';

/** A script, what it may end with, and what else must be true. */
interface Surrounding {
  readonly name: string;
  /** `OUT` is a new folder of its own; `threepas` the command. */
  readonly script: string;
  readonly ends: readonly number[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly holds?: (ended: Ended, folder: string) => string | undefined;
  readonly needsRoot?: true;
}

const says =
  (pattern: RegExp) =>
  ({ stdout, stderr }: Ended): string | undefined =>
    pattern.test(stdout + stderr) ? undefined : `not said: ${String(pattern)}: ${(stdout + stderr).slice(-300)}`;

const silent = ({ stderr }: Ended): string | undefined =>
  stderr.trim() === '' ? undefined : `it said: ${stderr.slice(0, 300)}`;

/** Nothing of a report that was begun and not ended. */
const noHalves = (folder: string): string | undefined => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const half = files.find(({ name, parentPath }) => {
    const text = readFileSync(join(parentPath, name), 'utf8');
    if (name === 'run.json' || name === 'coverage.json') return !isJson(text);
    if (name === 'junit.xml') return !text.trimEnd().endsWith('>') || !text.includes('</testsuites>');
    return name.endsWith('.html') && !/<\/html>\s*$/i.test(text);
  });
  return half === undefined ? undefined : `${half.name} is half`;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const withoutPassed =
  (where: (folder: string) => string) =>
  ({ stdout }: Ended, folder: string): string | undefined =>
    /\bPASSED\b/.test(stdout) ? 'the word PASSED' : noHalves(where(folder));

const uid = '12345';
const asStranger = `setpriv --reuid ${uid} --regid ${uid} --clear-groups`;
const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(join(project, 'cli/bin.js'))}`;

/** A folder `$S` that every user can come to, as those of tests can't be. */
const inOpenFolder = (script: string): string => `S=$(mktemp -d); ${script}; c=$?; rm -r "$S"; exit $c`;

const bare = { PATH: process.env['PATH'] ?? '' };

const surroundings: readonly Surrounding[] = [
  {
    name: 'no environment at all',
    script: `threepas ${small} --out OUT/uit --skip-doctor`,
    environment: bare,
    ends: [0],
    holds: says(/PASSED|Tested in part/),
  },
  {
    name: 'a HOME that does not exist',
    script: `HOME=/nergens XDG_CACHE_HOME=/nergens threepas ${small} --out OUT/uit`,
    ends: [0],
  },
  {
    name: 'a working directory that is gone',
    script: `mkdir OUT/weg && cd OUT/weg && rmdir ../weg && threepas ${small} --out OUT/uit`,
    ends: [0, 2],
  },
  {
    name: 'a stranger in a checkout that it may only read',
    script: inOpenFolder(`chown ${uid} "$S" && ${asStranger} env -i PATH="$PATH" ${command} ${small} --out "$S/uit"`),
    ends: [0],
    needsRoot: true,
  },
  {
    name: 'an output folder that may only be read',
    script: inOpenFolder(`chmod 555 "$S" && ${asStranger} ${command} ${small} --out "$S/uit"`),
    ends: [2],
    holds: says(/can't be written/),
    needsRoot: true,
  },
  { name: 'an output folder that is a file', script: `touch OUT/uit; threepas ${small} --out OUT/uit`, ends: [2] },
  { name: 'an output folder in /proc', script: `threepas ${small} --out /proc/uit`, ends: [2] },
  {
    name: 'an output folder through a circle of links',
    script: `ln -s rond OUT/rond; threepas ${small} --out OUT/rond/uit`,
    ends: [2],
  },
  {
    name: 'an output folder that another run is in',
    script: `threepas ${small} --out OUT/uit >/dev/null 2>&1 & threepas ${small} --out OUT/uit >/dev/null 2>&1; a=$?; wait $!; b=$?; echo "$a $b"; [ $(( (a == 2) + (b == 2) )) = 1 ]`,
    ends: [0],
  },
  {
    name: 'a report on a folder that a run is in',
    script: `threepas ${small} --out OUT/uit >/dev/null 2>&1 & until [ -s OUT/uit/journal.ndjson ]; do :; done; threepas report OUT/uit; a=$?; wait; exit $a`,
    ends: [2],
  },
  {
    name: 'a reader that leaves: requirements',
    script: 'threepas requirements | head -1 >/dev/null; exit ${PIPESTATUS[0]}',
    ends: [0, 141],
    holds: silent,
  },
  {
    name: 'a reader that leaves: help',
    script: 'threepas run --help | true; exit ${PIPESTATUS[0]}',
    ends: [0, 141],
    holds: silent,
  },
  {
    name: 'a reader that leaves: run',
    script: `threepas ${small} --out OUT/uit 2>/dev/null | true; exit \${PIPESTATUS[0]}`,
    ends: [0, 141],
  },
  { name: 'a reader of errors that leaves: run', script: `threepas ${small} --out OUT/uit 2> >(true)`, ends: [0] },
  { name: 'no standard output', script: `threepas ${small} --out OUT/uit >&-`, ends: [0, 3] },
  { name: 'no standard error', script: `threepas ${small} --out OUT/uit 2>&-`, ends: [0, 3] },
  { name: 'a standard output that is full', script: `threepas ${small} --out OUT/uit >/dev/full`, ends: [0, 3] },
  ...[2, 5, 9].map((megabytes): Surrounding => ({
    name: `a disk with ${String(megabytes)} MB`,
    script: `mkdir OUT/klein && mount -t tmpfs -o size=${String(megabytes)}m none OUT/klein && threepas run --runs 20 --seed 1 --lang en --out OUT/klein/uit; a=$?; cp -r OUT/klein OUT/over; umount OUT/klein; exit $a`,
    ends: [3],
    holds: withoutPassed((folder) => join(folder, 'over')),
    needsRoot: true,
  })),
  {
    name: 'a limit on the size of files',
    script: `ulimit -f 2000; threepas run --runs 20 --seed 1 --lang en --out OUT/uit`,
    ends: [3],
    holds: withoutPassed((folder) => join(folder, 'uit')),
  },
  { name: 'few open files', script: `ulimit -n 64; threepas ${small} --out OUT/uit`, ends: [0, 2, 3] },
  {
    name: 'a folder that is taken away',
    script: `(until [ -s OUT/uit/journal.ndjson ]; do :; done; rm -rf OUT/uit) & threepas run --runs 20 --lang en --out OUT/uit`,
    ends: [3],
    holds: ({ stdout }) => (/\bPASSED\b/.test(stdout) ? 'the word PASSED' : undefined),
  },
  {
    name: 'a journal that is cut, and reported',
    script: `threepas ${small} --out OUT/uit >/dev/null 2>&1; truncate -s -300 OUT/uit/journal.ndjson; rm -f OUT/uit/opruimlijst.csv; threepas report OUT/uit`,
    ends: [3],
    holds: (_, folder) => listed(join(folder, 'uit')),
  },
  {
    name: 'a journal with a damaged line, and reported',
    script: `threepas ${small} --out OUT/uit >/dev/null 2>&1; sed -i '5s/./#/' OUT/uit/journal.ndjson; threepas report OUT/uit`,
    ends: [3],
    holds: (_, folder) => listed(join(folder, 'uit')),
  },
  { name: 'a report of no run', script: 'threepas report OUT', ends: [2] },
  { name: 'a report of a file', script: 'touch OUT/x; threepas report OUT/x', ends: [2] },
];

/** Every accepted number of the journal is in the clean-up list. */
const listed = (out: string): string | undefined => {
  const numbers = eventsIn(out).flatMap((event) =>
    event.type === 'exchange' && event.dossierNumber !== undefined ? [event.dossierNumber] : [],
  );
  const list = existsSync(join(out, 'opruimlijst.csv')) ? readFileSync(join(out, 'opruimlijst.csv'), 'utf8') : '';
  if (numbers.length === 0) return 'no dossier was accepted, so nothing is shown';
  const missing = numbers.filter((number) => !list.includes(number));
  return missing.length === 0
    ? undefined
    : `${String(missing.length)} of ${String(numbers.length)} numbers are in no list`;
};

const surroundingAttack = (base: string, one: Surrounding): Attack => ({
  name: one.name,
  quick: one.name === 'a reader that leaves: requirements',
  act: async () => {
    const folder = mkdtempSync(join(base, 'omgeving-'));
    const { environment } = one;
    const ended = await shell(one.script.replaceAll('OUT', folder), environment === undefined ? {} : { environment });
    if (!one.ends.includes(ended.code ?? -1))
      return `exit code ${String(ended.code)}: ${(ended.stdout + ended.stderr).slice(-300)}`;
    return bugIn(ended) ?? one.holds?.(ended, folder);
  },
});

/** A run that is killed at a moment leaves whole lines, and a report of it lists what it made. */
const killed = (base: string, after: number): Attack => ({
  name: `kill -9 after ${String(after)} exchanges, and a report`,
  act: async () => {
    const folder = mkdtempSync(join(base, 'dood-'));
    const out = join(folder, 'uit');
    const run = shell(`threepas run --runs 20 --seed 1 --out ${out}`, {
      onStart: (child) => {
        const watching = setInterval(() => {
          if (exchangesIn(out) < after) return;
          clearInterval(watching);
          kill(child);
        }, 20);
        child.on('close', () => {
          clearInterval(watching);
        });
      },
    });
    await run;
    const ended = await shell(`threepas report ${out} --lang en`);
    if (ended.code !== 3) return `exit code ${String(ended.code)}: ${(ended.stdout + ended.stderr).slice(-300)}`;
    return bugIn(ended) ?? listed(out);
  },
});

const exchangesIn = (out: string): number =>
  existsSync(join(out, 'journal.ndjson'))
    ? readFileSync(join(out, 'journal.ndjson'), 'utf8').split('"exchange"').length - 1
    : 0;

/** Whatever a run stands on, it ends with a sentence and the right code, and loses nothing that it made. */
export const surroundingAttacks: Topic = {
  topic: 'surroundings of a command',
  isSliced: true,
  open: (folder) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'lees.txt'), 'x');
    const isRoot = process.getuid?.() === 0;
    const possible = surroundings.filter(({ needsRoot }) => needsRoot === undefined || isRoot);
    return Promise.resolve({
      attacks: [
        ...possible.map((one) => surroundingAttack(folder, one)),
        ...[5, 300, 1500].map((after) => killed(folder, after)),
      ],
      close: () => Promise.resolve(),
    });
  },
};
