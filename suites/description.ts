import type { Check } from './lab.ts';
import { sendSteadily } from './steadily.ts';

/** Schemas that are asked for at most, and characters of a description that are looked through. */
const most = { schemas: 4, characters: 1_000_000 };

/** The description at `?wsdl`, and the schemas at the same address that it leads to. */
export const description: Check = (lab, stage) =>
  stage.once(async (actor) => {
    const get = (path: string) => () => lab.client.send({ method: 'GET', path });
    const { exchange } = await sendSteadily(lab.chances, actor, { purpose: 'wsdl', send: get('?wsdl') });
    if (!('response' in exchange.outcome) || exchange.outcome.response.status >= 300) return;
    const text = Buffer.from(exchange.outcome.response.body).toString('utf8', 0, most.characters);
    for (const path of schemasIn(text, exchange.request.url))
      await sendSteadily(lab.chances, actor, { purpose: 'wsdl-schema', send: get(path) });
  });

const links = /\s(?:schemaLocation|location)\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')/g;

/** Query strings of what a description imports from its own address. */
const schemasIn = (text: string, address: string): readonly string[] => {
  const own = new URL(address);
  const found = [...text.matchAll(links)].flatMap(([, one, other]) => {
    const url = URL.parse((one ?? other ?? '').replaceAll('&amp;', '&'), address);
    const isHere = url?.origin === own.origin && url.pathname === own.pathname;
    return isHere && url.search !== '' && url.search !== own.search ? [url.search] : [];
  });
  return [...new Set(found)].slice(0, most.schemas);
};
