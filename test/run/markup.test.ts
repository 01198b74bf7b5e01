import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type Client } from '#endpoint/client';
import { startMock, type RunningMock } from '#endpoint/mock-process';
import { deliveryOf, validDelivery } from '#generators/delivery';
import { generationForTests } from '../samples/generation.ts';
import type { Writing } from '#documents/writing';
import { plainPacking } from '#generators/pack';
import { drawFrom } from '#documents/schema/values/draws';

/** Markup that says nothing, between one character of text and the next. */
const silent = ['<!-- x -->', '<!---->', '<![CDATA[]]>'] as const;

/** Not in a SOAP message (SOAP 1.1, section 3), but in what it brings. */
const instructions = ['<?x y?>', '<?x?>'] as const;

const spaces = [' ', '\n', '\t\r\n'] as const;

/** Writes silent markup into the text of elements, and white space into tags, at a few places. */
const noisy = (writing: Writing, markup: readonly string[], numbers: readonly number[]): Writing => ({
  ...writing,
  encode: (text) => {
    const next = drawFrom(numbers);
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[next() % items.length];
    const inText = [...text.matchAll(/>[^<&]+</g)].map(
      ({ index, 0: found }) => index + 1 + (next() % (found.length - 1)),
    );
    const inTags = [...text.matchAll(/<\/?[\w:]+(?=[ >/])/g)].map(({ index, 0: found }) => index + found.length);
    const marks = Array.from({ length: 6 }, () =>
      next() % 2 === 0
        ? { at: pick(inText) ?? 0, what: pick(markup) ?? '' }
        : { at: pick(inTags) ?? 0, what: pick(spaces) ?? '' },
    ).filter(({ at }) => at > 0 && !isLowSurrogate(text, at));
    const late = marks.sort((one, other) => other.at - one.at);
    return writing.encode(late.reduce((now, { at, what }) => now.slice(0, at) + what + now.slice(at), text));
  },
});

const isLowSurrogate = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at));

const generation = await generationForTests();
const { contract, oracle, context } = generation;
let mock: RunningMock;
let client: Client;
beforeAll(async () => {
  const username = 'proef';
  mock = await startMock({ contract, username, today: context.today });
  const credentials = { username, password: undefined };
  client = createClient({ url: mock.url, action: contract.service.deliver.action, credentials, connections: 1 });
});
afterAll(async () => {
  await client.close();
  await mock.stop();
});

const plain = plainPacking(contract);
const numbers = fc.array(fc.nat({ max: 0xffffff }), { minLength: 4, maxLength: 4 });
let sent = 0;

test.each(contract.documentTypes.map(({ name }) => name))(
  'both judges take a %s with comments, CDATA sections, processing instructions and white space where they say nothing',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(validDelivery(generation, name), numbers, async ({ draft }, chosen) => {
        sent += 1;
        const packing = {
          ...plain,
          message: noisy(plain.message, silent, chosen),
          payload: noisy(plain.payload, [...silent, ...instructions], chosen),
        };
        const body = deliveryOf(generation, draft, packing).message(String(sent).padStart(12, '0'));

        expect(oracle.judge(body, context)).toMatchObject({ verdict: 'valid' });
        expect(await client.send({ body })).toMatchObject({ outcome: { response: { status: 200 } } });
      }),
      { seed: 1, numRuns: 12 },
    );
  },
);
