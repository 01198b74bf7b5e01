import { describe, expect, test } from 'vitest';
import { UsageError } from '../../usage-error.ts';
import { readPact } from './read-pact.ts';

const read = (pact: unknown) => readPact('p.json', Buffer.from(typeof pact === 'string' ? pact : JSON.stringify(pact)));

const saidOf = (pact: unknown): string => {
  try {
    read(pact);
  } catch (error) {
    if (error instanceof UsageError) return error.text.en;
    throw error;
  }
  return '';
};

const request = { method: 'POST', path: '/dienst' };
const response = { status: 200 };
const specification = (version: string) => ({ metadata: { pactSpecification: { version } } });
const bodyIn = (body: unknown, version?: string) => {
  const [one] = read({
    ...(version === undefined ? {} : specification(version)),
    interactions: [{ description: 'd', request: { ...request, body }, response }],
  });
  return one === undefined || 'why' in one ? undefined : one.request.body;
};
const bytes = { kind: 'bytes', bytes: Buffer.from('<a/>') };
const base64 = Buffer.from('<a/>').toString('base64');

describe('a body is read as its specification writes it', () => {
  test.each([
    ['2.0.0', '<a/>', bytes],
    ['3.0.0', base64, bytes],
    ['3.0.0', null, { kind: 'empty' }],
    ['3.0.0', { a: 1 }, { kind: 'data' }],
    ['4.0', { content: '<a/>', contentType: 'text/xml', encoded: false }, bytes],
    [undefined, { content: '<a/>', contentType: 'text/xml', encoded: false }, bytes],
    [undefined, base64, bytes],
    [undefined, { a: 1 }, { kind: 'data' }],
    ['4.0', { content: base64, encoded: 'base64' }, bytes],
    ['4.0', { content: { a: 1 }, encoded: false }, { kind: 'data' }],
    ['4.0', undefined, { kind: 'absent' }],
  ])('%s %j', (version, body, expected) => {
    expect(bodyIn(body, version)).toEqual(expected);
  });
});

test.each([
  ['{"a":1,\n "b": x}', 'p.json:2: this is no JSON; give a pact file (.json)'],
  ['', 'p.json:1: this is no JSON; give a pact file (.json)'],
  ['{"a":1}', 'p.json is no pact: the key interactions is missing; give the file that Pact writes'],
  ['[1]', 'p.json is no pact: the key interactions is missing; give the file that Pact writes'],
  ['null', 'p.json is no pact: the key interactions is missing; give the file that Pact writes'],
  [{ interactions: 1 }, 'p.json: interactions must be a list; correct it'],
  [
    { interactions: [{ description: 'd', request: { ...request, headers: [{ SOAPAction: '""' }] }, response }] },
    'p.json: interactions[0].request.headers must hold headers; correct it',
  ],
  [{ interactions: [] }, 'p.json holds no interaction (interactions is empty); give a pact with requests'],
  [
    { interactions: [{ description: 'd', request: { path: '/' }, response }] },
    'p.json: interactions[0].request.method is missing or invalid; give the file as Pact writes it',
  ],
  [
    { ...specification('9.0'), interactions: [{ description: 'd', request, response }] },
    'p.json: metadata.pactSpecification.version is "9.0"; give a pact of specification 1 to 4',
  ],
])('what is no pact is told in one sentence: %j', (pact, sentence) => {
  expect(saidOf(pact)).toBe(sentence);
});

test.each([
  [{ pactSpecification: { version: 4 } }],
  [{ pactSpecification: '4.0' }],
  [{ 'pact-specification': { version: '4.0' } }],
  [{ pactSpecificationVersion: '4.0' }],
])('the specification is read as tools write it: %j', (metadata) => {
  const body = { content: base64, encoded: 'base64' };

  const [one] = read({
    metadata,
    interactions: [{ type: null, description: 'd', request: { ...request, body }, response }],
  });

  expect(one).toMatchObject({ request: { body: bytes } });
});

test('messages are told apart, and one description twice is two names', () => {
  const one = { description: 'd', request, response };
  const message = { type: 'Asynchronous/Messages', description: 'd', contents: {} };

  const all = read({ ...specification('4.0'), interactions: [one, one, message] });

  expect(all.map(({ name }) => name)).toEqual(['d', 'd (2)', 'd (3)']);
  expect(all.map((each) => 'why' in each)).toEqual([false, false, true]);
});

test('keys that are no names of ours, and line breaks in headers, change nothing', () => {
  const text = `{"__proto__":{"interactions":1},"interactions":[{"description":"__proto__","request":{"method":"POST","path":"/",
    "headers":{"__proto__":"x","constructor":"y","A":"b\\r\\nC: d"}},"response":{}}]}`;

  const [one] = read(text);

  expect(one).toMatchObject({
    name: '__proto__',
    request: {
      headers: [['A', 'b C: d']],
    },
  });
});
