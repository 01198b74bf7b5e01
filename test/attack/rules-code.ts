import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { contract } from '../defects/shared.ts';
import type { Attack, Topic } from './attempt.ts';
import { bugIn, command } from './command.ts';

/** What the code of a contract's author tries; it writes or sends to `goal` what it got. */
interface Escape {
  readonly name: string;
  /** Statements of a module; `FILE` is a file outside the folder, `MARK` one to write, `PORT` a port that listens. */
  readonly code: string;
  /** Exit codes that are right; by the command unless said. */
  readonly ends?: readonly number[];
}

const escapes: readonly Escape[] = [
  {
    name: 'reads a file',
    code: "import { readFileSync } from 'node:fs'; const got = readFileSync(FILE, 'utf8'); throw new Error(got);",
  },
  {
    name: 'reads a file by a link in its folder',
    code: "import { readFileSync } from 'node:fs'; throw new Error(readFileSync(new URL('./koppeling', import.meta.url), 'utf8'));",
  },
  {
    name: 'reads a file by process.binding',
    code: "const fs = process.binding('fs'); const got = fs.readFileUtf8(FILE, 0); throw new Error(got);",
  },
  {
    name: 'reads a file by require',
    code: "import { createRequire } from 'node:module'; throw new Error(createRequire(import.meta.url)('node:fs').readFileSync(FILE, 'utf8'));",
  },
  {
    name: 'reads a file by import',
    code: "const { default: got } = await import('file://' + FILE, { with: { type: 'json' } }); throw new Error(JSON.stringify(got));",
  },
  { name: 'writes a file', code: "import { writeFileSync } from 'node:fs'; writeFileSync(MARK, 'x');" },
  {
    name: 'writes to its own folder',
    code: "import { writeFileSync } from 'node:fs'; writeFileSync(new URL('./contract.yaml', import.meta.url), 'x');",
  },
  { name: 'starts a process', code: "import { execSync } from 'node:child_process'; execSync(`touch ${MARK}`);" },
  {
    name: 'starts a process by process.binding',
    code: "const { Process } = process.binding('process_wrap'); new Process().spawn({ file: '/bin/touch', args: ['touch', MARK], stdio: [] });",
  },
  {
    name: 'starts a worker without a fence',
    code: "import { Worker } from 'node:worker_threads'; new Worker(`require('node:fs').writeFileSync(${JSON.stringify(MARK)}, 'x')`, { eval: true, execArgv: [] }); await new Promise((done) => setTimeout(done, 500));",
  },
  {
    name: 'opens a connection',
    code: "import { connect } from 'node:net'; connect(PORT, '127.0.0.1').write('x'); await new Promise((done) => setTimeout(done, 500));",
  },
  { name: 'fetches', code: 'await fetch(`http://127.0.0.1:${PORT}/`).catch(() => undefined);' },
  {
    name: 'sends a datagram',
    code: "import { createSocket } from 'node:dgram'; createSocket('udp4').send('x', PORT, '127.0.0.1'); await new Promise((done) => setTimeout(done, 500));",
  },
  {
    name: 'asks the DNS',
    code: "import { lookup } from 'node:dns/promises'; await lookup('kwaad.example').catch(() => undefined);",
    ends: [0, 1, 2, 3],
  },
  {
    name: 'reads the environment',
    code: "import { writeFileSync } from 'node:fs'; throw new Error(JSON.stringify(process.env));",
  },
  {
    name: 'reads the environment of its parent',
    code: "import { readFileSync } from 'node:fs'; throw new Error(readFileSync(`/proc/${process.ppid}/environ`, 'utf8'));",
  },
  { name: 'kills its parent', code: "process.kill(process.ppid, 'SIGKILL');" },
  { name: 'ends the process with 0', code: 'process.exit(0);' },
  { name: 'ends the process with 0 when it is asked for its faces', code: 'export default () => process.exit(0);' },
  { name: 'calls abort', code: 'process.abort();' },
  { name: 'throws nothing', code: 'throw undefined;' },
  { name: 'never ends', code: 'for (;;);' },
  { name: 'takes all memory', code: 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));' },
  { name: 'has no faces', code: 'export default 42;' },
];

const commands: Readonly<Record<string, (folder: string, out: string) => readonly string[]>> = {
  'contract lint': (folder) => ['contract', 'lint', folder],
  generate: (folder, out) => ['generate', '--contract', folder, '--document-type', 'Melding', '-n', '2', '--out', out],
  coverage: (folder) => ['coverage', '--contract', folder],
  run: (folder, out) => [
    'run',
    '--contract',
    folder,
    '--runs',
    '1',
    '--document-type',
    'Melding',
    '--topic',
    'connection',
    '--out',
    out,
  ],
};

const secret = 'geheim-van-deze-machine-Zonnebloem';

interface Outside {
  readonly folder: string;
  readonly port: number;
  readonly arrived: () => number;
}

let count = 0;

const escapeAttack = (outside: Outside, { name, code, ends = [2, 3] }: Escape, which: string): Attack => ({
  name: `${which}: rules.mjs ${name}`,
  quick: which === 'contract lint' && name === 'reads a file',
  act: async () => {
    const own = join(outside.folder, String((count += 1)));
    const contractFolder = join(own, 'contract');
    const mark = join(own, 'geschreven');
    mkdirSync(own, { recursive: true });
    cpSync(contract.directory, contractFolder, { recursive: true });
    const file = join(outside.folder, 'geheim.json');
    const named = `const FILE = ${JSON.stringify(file)}; const MARK = ${JSON.stringify(mark)}; const PORT = ${String(outside.port)};\n`;
    writeFileSync(join(contractFolder, 'rules.mjs'), `${named}${code}\n`);
    const before = {
      arrived: outside.arrived(),
      description: readFileSync(join(contractFolder, 'contract.yaml'), 'utf8'),
    };
    const args = commands[which]?.(contractFolder, join(own, 'uit')) ?? [];
    const ended = await command(args, { more: { DROP_GEHEIM: secret }, patience: 120_000 });
    const said = ended.stdout + ended.stderr;
    if (said.includes(secret)) return 'a secret was shown';
    if (existsSync(mark)) return 'a file was written';
    if (readFileSync(join(contractFolder, 'contract.yaml'), 'utf8') !== before.description)
      return 'its own folder was written';
    if (outside.arrived() !== before.arrived) return 'a connection was made';
    if (ended.code === null)
      return ended.signal === 'SIGKILL' ? 'it never ended, or was killed' : `ended by ${String(ended.signal)}`;
    if (!ends.includes(ended.code)) return `exit code ${String(ended.code)}: ${said.slice(-200)}`;
    return bugIn(ended);
  },
});

/** Foreign code of a contract folder gets at nothing of this machine. */
export const rulesCode: Topic = {
  topic: 'code of a contract folder',
  isSliced: true,
  open: async (folder) => {
    let arrived = 0;
    const server = createServer((socket) => {
      arrived += 1;
      socket.on('error', () => undefined).destroy();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    writeFileSync(join(folder, 'geheim.json'), JSON.stringify(secret));
    const outside: Outside = { folder, port, arrived: () => arrived };
    return {
      attacks: Object.keys(commands).flatMap((which) => escapes.map((one) => escapeAttack(outside, one, which))),
      close: () =>
        new Promise((done) =>
          server.close(() => {
            done();
          }),
        ),
    };
  },
};
