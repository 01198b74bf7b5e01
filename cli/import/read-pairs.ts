import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type HttpMessage, messageIn } from '../check/http-text.ts';
import { isSoap, joined, type Pair, type Read } from './pair.ts';

const words = {
  request: /(?:^|[._-])(?:requests?|req|verzoek|aanvraag|in|sent)(?=[._-]|$)/i,
  response: /(?:^|[._-])(?:responses?|resp?|reply|answer|antwoord|out|received)(?=[._-]|$)/i,
};

/** Reads a folder in which requests and answers are files of one name but for a word: `1-request.xml` and `1-response.xml`. */
export const readPairs = (folder: string): Read => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const roles = names.map((name) => ({ name, ...roleOf(name.slice(folder.length)) }));
  const answers = new Map(roles.flatMap(({ name, role, stem }) => (role === 'response' ? [[stem, name]] : [])));
  const requests = roles.filter(({ role }) => role === 'request');
  const all = requests.map(({ name, stem }) => pairOf(name, answers.get(stem)));
  const pairs = all.filter(isSoap);
  return { pairs, others: names.length - pairs.length - pairs.filter(({ response }) => response !== undefined).length };
};

/** What a file is, and what it is called without the word that says so and its ending. */
const roleOf = (path: string): { readonly role: 'request' | 'response' | undefined; readonly stem: string } => {
  const name = path.replace(/\.(?:xml|txt|http|soap|bin)$/i, '');
  const role = words.request.test(name) ? 'request' : words.response.test(name) ? 'response' : undefined;
  return { role, stem: role === undefined ? name : name.replace(words[role], '') };
};

const pairOf = (request: string, response: string | undefined): Pair => {
  const { start, headers, body } = messageIn(readFileSync(request));
  const [, method = 'POST', target = ''] = /^(\S+) (\S+)/.exec(start) ?? [];
  return {
    ...{ from: request, method, url: urlOf(target, headers), headers, body },
    ...{ isCut: false, startedAt: Math.round(statSync(request).mtimeMs), durationMs: 0 },
    response: response === undefined ? undefined : answerIn(messageIn(readFileSync(response))),
  };
};

const urlOf = (target: string, headers: Pair['headers']): string => {
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  return /^https?:/.test(target) || host === undefined ? target : `https://${host}${target}`;
};

const answerIn = ({ start, headers, body }: HttpMessage): NonNullable<Pair['response']> => {
  const [, status] = /^HTTP\/[\d.]+ (\d{3})/.exec(start) ?? [];
  return { status: status === undefined ? statusOf(body) : Number(status), headers: joined(headers), body };
};

/** SOAP 1.1 over HTTP answers a Fault with 500. */
const statusOf = (body: Uint8Array): number =>
  /<(?:[\w.-]+:)?Fault[\s/>]/.test(Buffer.from(body).toString('latin1')) ? 500 : 200;
