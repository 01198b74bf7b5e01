import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What a validator says of a document; `broken` where it can't tell, `refused` where it does not take the schema. */
export interface Verdict {
  readonly kind: 'valid' | 'invalid' | 'malformed' | 'broken' | 'refused';
  readonly message: string;
}

/** A schema, its entry first, with documents to be judged by it. */
export interface Batch {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly documents: readonly Uint8Array[];
}

const source = resolve(import.meta.dirname, 'Xerces.java');

/** Tells whether there is a JDK, 11 or later, that runs a source file; where there must be one, in CI, its lack is found out when it is used. */
export const hasJdk = (): boolean =>
  process.env['CI'] !== undefined || spawnSync('javac', ['-version'], { stdio: 'ignore' }).status === 0;

/** Judges documents with the JDK's Xerces: for each batch its verdicts, in order; throws when there is no JDK. */
export const judgeWithXerces = async (batches: readonly Batch[]): Promise<readonly (readonly Verdict[])[]> => {
  const lines = await run(batches);
  let at = 0;
  return batches.map(({ documents }) => {
    const own = lines.slice(at + 1, at + 1 + documents.length).map(verdictOf);
    at += documents.length + 1;
    return own;
  });
};

const run = async (batches: readonly Batch[]): Promise<readonly string[]> => {
  const child = spawn('java', ['-Xss16m', '-Xmx512m', source], { stdio: ['pipe', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<number | null>((done, fail) => {
    child.on('close', done);
    child.on('error', fail);
  });
  for (const part of recordsOf(batches))
    if (!child.stdin.write(part)) await new Promise((drained) => child.stdin.once('drain', drained));
  child.stdin.end();
  const code = await ended;
  if (code !== 0) throw new Error(`java ended with code ${String(code)}`);
  return Buffer.concat(parts).toString().split('\n');
};

function* recordsOf(batches: readonly Batch[]): Generator<Buffer> {
  for (const { files, documents } of batches) {
    yield Buffer.concat([
      Buffer.from('S'),
      int(files.size),
      ...[...files].flatMap(([name, bytes]) => [...sized(Buffer.from(name)), ...sized(bytes)]),
    ]);
    for (const document of documents) yield Buffer.concat([Buffer.from('D'), ...sized(document)]);
  }
}

const sized = (bytes: Uint8Array): readonly Uint8Array[] => [int(bytes.length), bytes];

const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const verdictOf = (line: string): Verdict => {
  const [kind = '', message = ''] = /^(\w+)(?: (.*))?$/s.exec(line)?.slice(1) ?? [];
  if (kind === 'valid' || kind === 'invalid' || kind === 'malformed' || kind === 'refused') return { kind, message };
  return { kind: 'broken', message: line };
};
