import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { BasicAuthSecurity, createClientAsync } from 'soap';
import { afterAll, describe, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import type { Contract } from '#contract/contract';
import { xsi } from '#xml/schema/names';
import { hasJdk } from '#documents/judge/xerces';
import { type RunningMock, startMock } from '#endpoint/mock-process';
import { parseTree } from '#xml/parse';
import { elementsOf, textOf, type XmlAttribute, type XmlElement } from '#xml/tree';

const root = mkdtempSync(join(tmpdir(), '3pas-clients-'));
const running: RunningMock[] = [];
afterAll(async () => {
  for (const mock of running) await mock.stop();
  rmSync(root, { recursive: true });
});

const user = { username: 'leverancier', password: 'geheim' };

interface Mocked {
  readonly contract: Contract;
  readonly mock: RunningMock;
}

/** One mock for each WSDL, which all clients of it deliver to. */
const mocks = new Map<string, Promise<Mocked>>();
const mockOf = (wsdl: string): Promise<Mocked> => {
  const mocked = mocks.get(wsdl) ?? startOf(wsdl);
  mocks.set(wsdl, mocked);
  return mocked;
};

const startOf = async (wsdl: string): Promise<Mocked> => {
  const { contract } = await initFolder({ wsdl, out: join(root, basename(wsdl)), yes: true, clock: '2026-11-24' });
  const mock = await startMock({ contract, carrier: 'basic', ...user });
  running.push(mock);
  return { contract, mock };
};

/** What stands in an element as a client in JavaScript has it: members by their names, lists where there are more; no members of derived types. */
const plain = (element: XmlElement): unknown => {
  const all = elementsOf(element);
  const children = all.filter((child) => elementsOf(child).length === 0 || !child.attributes.some(isXsi));
  const attributes = element.attributes.filter((one) => !isXsi(one)).map(({ name, value }) => [name, value] as const);
  if (all.length + attributes.length === 0) return textOf(element);
  const members = [...Map.groupBy(children, ({ name }) => name)].map(
    ([name, same]) => [name, same.length === 1 ? plain(same[0] ?? element) : same.map(plain)] as const,
  );
  return {
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...Object.fromEntries(members),
  };
};

const isXsi = ({ namespace }: XmlAttribute): boolean => namespace === xsi;

/** An operation as the client has it: gives the answer as an object, and as it came. */
type Operation = (request: unknown) => Promise<readonly [unknown, string]>;

const requestIn = (message: Uint8Array): XmlElement => {
  const body = elementsOf(parseTree(message)).find(({ name }) => name === 'Body');
  const [request] = body === undefined ? [] : elementsOf(body);
  if (request === undefined) throw new Error('a message has a request');
  return request;
};

const services = [
  ['WCF', 'test/wsdl/wcf/Bekendmakingen.wsdl'],
  ['Digipoort', 'test/wsdl/digipoort/aanleverservice.wsdl'],
  ['VECOZO', 'test/wsdl/vecozo/indienen.wsdl'],
] as const;

describe.each(services)('of a service like %s', (_, wsdl) => {
  test('the npm package soap delivers by the WSDL of the mock', async () => {
    const { contract, mock } = await mockOf(wsdl);
    const { deliver } = contract.service;
    const { username, password } = user;
    const client = await createClientAsync(`${mock.url}?wsdl`, {
      wsdl_headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
      endpoint: mock.url,
    });
    client.setSecurity(new BasicAuthSecurity(username, password));
    const example = contract.files.get(contract.documentTypes[0]?.example ?? '') ?? new Uint8Array();
    const operations: Readonly<Record<string, Operation>> = { ...client };
    const [, answer] = (await operations[`${deliver.name}Async`]?.(plain(requestIn(example)))) ?? [];

    expect(answer).toContain(deliver.response.name);
    expect(await mock.counts()).toMatchObject({ refused: 0 });
  });
});

const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(`a client in Java makes a delivery of nothing but the WSDL of the mock${noJdk}`, async () => {
  const { contract, mock } = await mockOf(services[0][1]);
  const texts = {
    Documenttype: 'Besluit',
    Kenmerk: 'Z-2026-1',
    Titel: 'Een besluit',
    Naam: 'Woerden',
    Soort: 'Gemeente',
  };
  const { stdout } = await promisify(execFile)('java', [
    ...['-XX:TieredStopAtLevel=1', resolve('test/clients/Deliver.java')],
    ...[`${mock.url}?singleWsdl`, `${user.username}:${user.password}`, contract.service.deliver.name],
    ...Object.entries(texts).map(([name, text]) => `${name}=${text}`),
  ]);

  expect(stdout).toMatch(new RegExp(`^200\\n[^]*${contract.service.deliver.response.name}`));
  expect(await mock.counts()).toMatchObject({ refused: 0 });
});
