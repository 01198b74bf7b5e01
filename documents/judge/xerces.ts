import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** What a validator says of a document; `broken` where it can't tell, `refused` where it does not take the schema. */
export interface Verdict {
  readonly kind: 'valid' | 'invalid' | 'malformed' | 'broken' | 'refused';
  readonly message: string;
}

const source = resolve(import.meta.dirname, 'Xerces.java');

/** Tells whether there is a JDK, 11 or later, that runs a source file; where there must be one, in CI, its lack is found out when it is used. */
export const hasJdk = (): boolean =>
  process.env['CI'] !== undefined || spawnSync('javac', ['-version'], { stdio: 'ignore' }).status === 0;

/** The JDK's Xerces, which judges documents as they come, so that none is kept. */
export interface Xerces {
  /** Hands over a schema, its entry first, for the documents that follow. */
  readonly schema: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
  /** Hands over a document; its verdict is heard later, in order. */
  readonly judge: (document: Uint8Array) => Promise<void>;
  /** Waits until all verdicts were heard; throws when Xerces ended otherwise than it should. */
  readonly close: () => Promise<void>;
}

/** Starts Xerces; the verdict of each document is handed to `heard`. Closing throws when there is no JDK. */
export const openXerces = (heard: (verdict: Verdict) => void): Xerces => {
  const child = spawn('java', ['-Xss16m', '-Xmx512m', source], { stdio: ['pipe', 'pipe', 'inherit'] });
  const asked: ('schema' | 'document')[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (asked.shift() === 'document') heard(verdictOf(line));
  });
  const ended = new Promise<number | null>((done, fail) => {
    child.on('close', done);
    child.on('error', fail);
  });
  // Whoever waits for the end is told why there is nobody to write to.
  child.stdin.on('error', () => undefined);
  const write = async (kind: 'schema' | 'document', record: Buffer): Promise<void> => {
    asked.push(kind);
    if (!child.stdin.write(record)) await Promise.race([once(child.stdin, 'drain'), ended]);
  };
  return {
    schema: (files) => write('schema', schemaRecord(files)),
    judge: (document) => write('document', documentRecord(document)),
    close: async () => {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`java ended with code ${String(code)}`);
    },
  };
};

const schemaRecord = (files: ReadonlyMap<string, Uint8Array>): Buffer =>
  Buffer.concat([
    Buffer.from('S'),
    int(files.size),
    ...[...files].flatMap(([name, bytes]) => [...sized(Buffer.from(name)), ...sized(bytes)]),
  ]);

const documentRecord = (document: Uint8Array): Buffer => Buffer.concat([Buffer.from('D'), ...sized(document)]);

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
