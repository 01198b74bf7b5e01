import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { deliveryOf } from '../../test/samples/sender.ts';
import { createMockServer } from './server.ts';

const shipped = readContract('contract/2020-01');
const { rule } = shipped.errorCodes;
const ownErrors = [
  { ...rule, name: 'length', of: ['*/maxLength'], code: 'te-lang' },
  { ...rule, name: 'packing', of: ['content#zip'], code: 'geen-zip' },
];

test('a case of the interface is answered with its own code', async () => {
  const contract = { ...shipped, ownErrors };
  const { action, body } = deliveryOf(contract);
  const mock = await createMockServer({ contract, username: 'proef' });
  const codeFor = async (name: string, value: string): Promise<string | undefined> => {
    const authorization = `Basic ${Buffer.from('proef:x').toString('base64')}`;
    const headers = { authorization, 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` };
    const message = body.replace(new RegExp(`(<drp:${name}[^>]*>)[^<]*`), (_, tag: string) => tag + value);
    const answer = await fetch(mock.url, { method: 'POST', headers, body: message });
    return /Code>([^<]*)/.exec(await answer.text())?.[1];
  };

  const codes = [
    await codeFor('Titel', 'x'.repeat(1000)),
    await codeFor('InhoudZip', Buffer.from('geen zip').toString('base64')),
    await codeFor('InhoudZip', '==='),
  ];
  await mock.close();
  expect(codes).toEqual(['te-lang', 'geen-zip', shipped.errorCodes.schema.code]);
});
