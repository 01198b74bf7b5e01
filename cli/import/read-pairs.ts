import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileWithin } from '../check/file-within.ts';
import { type HttpMessage, messageIn } from '../check/http-text.ts';
import { mostOfFile, tooLarge } from '../check/inputs.ts';
import { type Coded, type Held, isShort, namedLength, type Pair, type Read, uncodedPair } from './pair.ts';

/** A word of its own in a path, be it the name of a folder or followed by a number. */
const wordIn = (alternatives: string): RegExp =>
  new RegExp(String.raw`(?:^|[/\\._\s-])(?:${alternatives})(?=[/\\._\s\d(-]|$)`, 'i');

const words = {
  request: wordIn('requests?|req|rq|verzoek(?:en)?|aanvra(?:ag|gen)|in|sent'),
  response: wordIn('responses?|resp?|rsp|rs|reply|answers?|antwoord(?:en)?|out|received'),
};

/** Reads a folder in which requests and answers are files of one name but for a word: `1-request.xml` and `1-response.xml`. */
export const readPairs = (folder: string): Read => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted(byNumber.compare);
  const roles = names.map((name) => ({ name: join(folder, name), ...roleOf(name) }));
  const answers = new Map(roles.flatMap(({ name, role, stem }) => (role === 'response' ? [[stem, name]] : [])));
  const requests = roles.filter(({ role }) => role === 'request');
  const answered = requests.filter(({ stem }) => answers.has(stem)).length;
  const pairs = inOrder(requests.map(({ name, stem }) => heldAt(name, answers.get(stem))));
  return { pairs, others: names.length - requests.length - answered };
};

/** Each is read when its turn comes: a folder may hold more than fits in memory. The time of a file is that of its last copy. */
const heldAt = (request: string, response: string | undefined): Held => {
  const startedAt = Math.round(statSync(request).mtimeMs);
  return { startedAt, isUntimed: true, load: () => pairOf(request, response, startedAt) };
};

/** 2 before 10. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** Their names say the order: copies have the times at which they were copied. */
const inOrder = (pairs: readonly Held[]): readonly Held[] => {
  let last = 0;
  return pairs.map((pair) => {
    last = Math.max(last, pair.startedAt);
    return { ...pair, startedAt: last };
  });
};

/** What a file is, and what it is called without the word that says so and its ending. */
const roleOf = (path: string): { readonly role: 'request' | 'response' | undefined; readonly stem: string } => {
  const name = path.replace(/\.(?:xml|txt|http|soap|bin)$/i, '');
  const role = words.request.test(name) ? 'request' : words.response.test(name) ? 'response' : undefined;
  return { role, stem: role === undefined ? name : name.replace(words[role], '') };
};

const pairOf = (request: string, response: string | undefined, startedAt: number): Pair => {
  const { start, headers, body } = messageAt(request);
  const [, method = 'POST', target = ''] = /^(\S+) (\S+)/.exec(start) ?? [];
  const answer = response === undefined ? undefined : answerIn(messageAt(response));
  return {
    ...{ from: request, method, url: urlOf(target, headers), headers, ...uncodedPair({ headers, body }, answer) },
    ...{ isCut: isShort(body, namedLength(headers)), startedAt, durationMs: 0 },
  };
};

const messageAt = (file: string): HttpMessage => messageIn(fileWithin(file, mostOfFile, tooLarge(file)));

const urlOf = (target: string, headers: Pair['headers']): string => {
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  return /^https?:/.test(target) || host === undefined ? target : `https://${host}${target}`;
};

const answerIn = ({ start, headers, body }: HttpMessage): Coded & { readonly status: number } => {
  const [, status] = /^HTTP\/[\d.]+ (\d{3})/.exec(start) ?? [];
  return { status: status === undefined ? statusOf(body) : Number(status), headers, body };
};

/** SOAP 1.1 over HTTP answers a Fault with 500. */
const statusOf = (body: Uint8Array): number =>
  /<(?:[\w.-]+:)?Fault[\s/>]/.test(Buffer.from(body).toString('latin1')) ? 500 : 200;
