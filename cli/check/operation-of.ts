import { deliveriesOf } from '#contract/deliveries';
import { actionOf } from '#contract/wire/action-of';
import type { Contract } from '#contract/contract';
import { soapNamespace } from '#judgement/answer';
import { isTame } from '#judgement/tame';
import { OpenElement, withDocument } from '#xml/document';
import { XmlError } from '#xml/xml-error';

/** What a request asks for; undefined where it names no operation of the contract. */
export type Asked = 'alive' | 'delivery' | undefined;

/** The operation that the body of a request names. */
export const operationOf = ({ service }: Contract, body: Uint8Array): Asked => {
  const root = isTame(body) ? rootOf(body) : undefined;
  if (deliveriesOf(service).some(({ request }) => request.name === root)) return 'delivery';
  return root !== undefined && root === service.alive?.request.name ? 'alive' : undefined;
};

const rootOf = (body: Uint8Array): string | undefined => {
  try {
    return withDocument(body, (document) => {
      const root = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
      return root instanceof OpenElement ? root.name : undefined;
    });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

/** The actions that a request for an operation may name; of an unknown one, those of all. */
export const actionsOf = ({ service }: Contract, asked: Asked, body: Uint8Array): readonly string[] => {
  const { alive } = service;
  const delivery = actionOf(service, body);
  if (asked === 'delivery') return [delivery];
  return (asked === undefined ? [...deliveriesOf(service), alive] : [alive]).flatMap((one) => one?.action ?? []);
};
