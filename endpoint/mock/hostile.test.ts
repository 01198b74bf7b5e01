import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { deliveryOf } from '../../test/samples/sender.ts';
import { createMockServer, type MockServer } from './server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const { action, body } = deliveryOf(contract);
const { internal } = contract.errorCodes;

const errors: unknown[] = [];
let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ contract, username: 'proef', onError: (error) => errors.push(error) });
});
afterAll(() => mock.close());

const send = async (bytes: Uint8Array | string, type = 'text/xml; charset=utf-8') => {
  const authorization = `Basic ${Buffer.from('proef:x').toString('base64')}`;
  const headers = { authorization, 'content-type': type, soapaction: `"${action}"` };
  const answer = await fetch(mock.url, { method: 'POST', headers, body: Buffer.from(bytes) });
  return { status: answer.status, text: await answer.text() };
};

const within = (name: string, value: string): string =>
  body.replace(new RegExp(`(<drp:${name}[^>]*>)[^<]*`), (_, tag: string) => tag + value);

const many = (count: number, text: string): string => text.repeat(count);

const hostile: Readonly<Record<string, string>> = {
  'wrong values': body.replace(
    /<drp:Onderwerp>[^<]*/,
    many(20_000, '<drp:Onderwerp>x</drp:Onderwerp>') + '<drp:Onderwerp>x',
  ),
  'elements that are not expected': body.replace(
    '<drp:Titel>',
    `${many(20_000, '<drp:Onzin>abcdefgh</drp:Onzin>')}<drp:Titel>`,
  ),
  'rings that cross themselves': within(
    'Geometrie',
    `POLYGON((${Array.from({ length: 900 }, (_, at) => `${String((at * 7919) % 1000)} ${String((at * 104_729) % 1000)}`).join(',')}))`,
  ),
  'half tokens': many(200_000, '<UsernameToken'),
  comments: within('Titel', many(3000, '<!---->x')),
  'a deep nest': within('Titel', many(1000, '<a>')),
  attributes: body.replace(
    '<drp:Dossier>',
    `<drp:Dossier ${Array.from({ length: 600 }, (_, at) => `a${String(at)}=""`).join(' ')}>`,
  ),
  'an entity': within('Titel', '&lol;'),
  'a reference to no character': within('Titel', '&#0;'),
  'a NUL': within('Titel', '\0'),
  'a year with nine digits': within('DatumOntvangst', '999999999-01-01'),
  'a number with many digits': within('Huisnummer', many(100_000, '9')),
  'base64 that is none': within('InhoudZip', '===='),
  'a zip that is none': within('InhoudZip', Buffer.from('PK\u0005\u0006'.repeat(100)).toString('base64')),
  'a long title': within('Titel', many(1_000_000, 'x')),
};

test.each(Object.entries(hostile))('%s: the sender is told, and it is no fault of ours', async (_, message) => {
  const { status, text } = await send(message);

  expect([status >= 400 && status <= 500, text === '', text.includes(internal.code)]).toEqual([true, false, false]);
  expect(errors).toEqual([]);
});

/** A round area, its marker among the others. */
const roundArea = (count: number): string => {
  const corners = Array.from({ length: count - 1 }, (_, at) => {
    const angle = (2 * Math.PI * at) / (count - 1);
    return `${(120_000 + 40_000 * Math.cos(angle)).toFixed(3)} ${(450_000 + 40_000 * Math.sin(angle)).toFixed(3)}`;
  });
  const ring = [...corners, corners[0]].join(', ');
  const area = `<drp:Vlak><drp:Geometrie>POLYGON((${ring}))</drp:Geometrie></drp:Vlak>`;
  return body.replace(
    '<drp:DatumOntvangst>',
    `<drp:Gebiedsmarkering>${area}</drp:Gebiedsmarkering><drp:DatumOntvangst>`,
  );
};

test.each([
  [100_000, 200],
  [160_000, 500],
])('an area of %i positions gets %i', async (count, expected) => {
  const { status, text } = await send(roundArea(count));

  expect([status, text.includes('te veel elementen of posities')]).toEqual([expected, expected === 500]);
});

/** Bytes changed here and there, as a seed has it (a linear congruential generator). */
const mutated = (seed: number): Uint8Array => {
  const bytes = Buffer.from(body);
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const [from, length] = [next(bytes.length), next(12)];
  bytes.fill(next(256), from, from + length);
  return next(2) === 0 ? bytes : bytes.subarray(0, next(bytes.length));
};

test.each(['text/xml; charset=utf-8', 'text/xml; charset=utf-16', 'text/xml', 'text/xml; charset=koi8-r'])(
  'no mutation of a delivery as %s is a fault of ours',
  async (type) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { status, text } = await send(mutated(seed), type);

      expect([seed, status < 600 && text !== '', text.includes(internal.code)]).toEqual([seed, true, false]);
    }
    expect(errors).toEqual([]);
  },
);
