import type { Contract } from '#contract/contract';
import type { connection } from '#judgement/requirements/connection';
import { type Reply, answering, caseOf, http, none } from '../replies.ts';
import { accepting, type JudgedCases, refusing, type Replies } from './judged-cases.ts';

/** Cases for the judges of the connection. */
export const connectionCases = (
  replies: Replies,
  contract: Contract,
): Readonly<Record<keyof typeof connection, JudgedCases>> => {
  const { alive, fault, odd, soap } = replies;
  const response = contract.service.alive?.response.name ?? '';
  const saying = (result: string) =>
    soap(`<d:${response}><d:IsAliveResult>${result}</d:IsAliveResult></d:${response}>`);
  const { deliver, alive: test } = contract.service;
  const wsdl = (
    {
      action = deliver.action,
      namespace = deliver.request.namespace,
      address = 'https://eto.example/D.svc',
      type = 'text/xml',
      declared = '',
      bound = '',
    },
    ...schemas: readonly Reply[]
  ) => {
    const operations = [action, test?.action].map((one) => `<operation soapAction="${one ?? ''}"/>`).join('');
    const text = `${declared}<definitions targetNamespace="${namespace}">${operations}${bound}<address location="${address}"/></definitions>`;
    return caseOf({ wsdl: answering(odd, type, Buffer.from(text)), 'wsdl-schema': schemas });
  };
  const binding = (version: 'soap' | 'soap12', style: string, use = 'literal'): string =>
    `<b:binding xmlns:b="http://schemas.xmlsoap.org/wsdl/${version}/" style="${style}"/><b:body xmlns:b="http://schemas.xmlsoap.org/wsdl/${version}/" use="${use}"/>`;
  const lettingIn = accepting(replies, 'valid');
  return {
    'connection.answers-is-alive': {
      conforms: [caseOf({ alive })],
      deviates: [caseOf({ alive: odd }), caseOf({ alive: fault() })],
      undecided: [caseOf({ alive: none('refused') }), caseOf({ alive: http(401) })],
    },
    'connection.stays-alive': {
      conforms: [caseOf({ alive, 'alive-later': alive }), caseOf({ alive, 'alive-later': [alive, alive] })],
      deviates: [caseOf({ alive, 'alive-later': odd }), caseOf({ alive, 'alive-later': [alive, fault()] })],
      undecided: [
        caseOf({ alive: odd, 'alive-later': odd }),
        caseOf({ alive: none('refused'), 'alive-later': alive }),
        caseOf({ alive, 'alive-later': none('timeout') }),
      ],
    },
    'connection.says-it-is-alive': {
      conforms: [caseOf({ alive: saying('true') }), caseOf({ alive: saying('OK') }), caseOf({ alive: saying('') })],
      deviates: [
        caseOf({ alive: saying('false') }),
        caseOf({ alive: saying(' 0 ') }),
        caseOf({ alive: [saying('true'), saying('Nee')] }),
      ],
      undecided: [caseOf({ alive: none('refused') }), caseOf({ alive: fault() })],
    },
    'connection.answers-is-alive-by-schema': {
      conforms: [caseOf({ alive: saying('true') }), caseOf({ alive: saying('0') })],
      deviates: [
        caseOf({ alive: saying('') }),
        caseOf({ alive: saying('OK') }),
        caseOf({ alive: soap(`<d:${response}/>`) }),
      ],
      undecided: [caseOf({ alive: none('refused') }), caseOf({ alive: odd })],
    },
    'connection.serves-wsdl': {
      conforms: [
        wsdl({}),
        wsdl({ declared: '<?xml version="1.0" encoding="utf-16"?>' }),
        wsdl({ bound: binding('soap', 'document') + binding('soap12', 'document') }),
        wsdl({ type: 'application/wsdl+xml' }, answering(odd, 'text/xml', Buffer.from('<schema/>'))),
      ],
      deviates: [
        wsdl({ action: 'http://example.nl/Anders' }),
        wsdl({ namespace: 'http://tempuri.org/' }),
        wsdl({ address: 'http://appsrv01.intern:8080/D.svc' }),
        wsdl({ type: 'text/html' }),
        wsdl({ bound: binding('soap12', 'document') }),
        wsdl({ bound: binding('soap', 'rpc') }),
        wsdl({ bound: binding('soap', 'document', 'encoded') }),
        wsdl({}, http(404)),
        caseOf({ wsdl: answering(odd, 'text/html', Buffer.from('<html><p>')) }),
        caseOf({ wsdl: http(404) }),
      ],
      undecided: [caseOf({ wsdl: none('timeout') }), caseOf({ wsdl: http(503) })],
    },
    'connection.accepts-username': {
      ...lettingIn,
      deviates: [caseOf({ valid: fault() })],
      undecided: [...lettingIn.undecided, caseOf({ valid: odd })],
    },
    'connection.refuses-wrong-username': refusing(replies, 'wrong-username'),
    'connection.refuses-wrong-password': refusing(replies, 'wrong-password'),
    'connection.refuses-missing-username': refusing(replies, 'no-username'),
  };
};
