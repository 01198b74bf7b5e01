import type { Contract } from '#contract/contract';
import type { connection } from '#judgement/requirements/connection';
import { answering, caseOf, http, none } from '../replies.ts';
import { accepting, type JudgedCases, refusing, type Replies } from './judged-cases.ts';

/** Cases for the judges of the connection. */
export const connectionCases = (
  replies: Replies,
  contract: Contract,
): Readonly<Record<keyof typeof connection, JudgedCases>> => {
  const { alive, fault, odd } = replies;
  const wsdl = (action: string) =>
    caseOf({
      wsdl: answering(odd, 'text/xml', Buffer.from(`<definitions><operation soapAction="${action}"/></definitions>`)),
    });
  return {
    'connection.answers-is-alive': {
      conforms: [caseOf({ alive })],
      deviates: [caseOf({ alive: odd }), caseOf({ alive: fault() })],
      undecided: [caseOf({ alive: none('refused') }), caseOf({ alive: http(401) })],
    },
    'connection.serves-wsdl': {
      conforms: [wsdl(contract.service.deliver.action)],
      deviates: [
        wsdl('http://example.nl/Anders'),
        caseOf({ wsdl: answering(odd, 'text/html', Buffer.from('<html><p>')) }),
        caseOf({ wsdl: http(404) }),
      ],
      undecided: [caseOf({ wsdl: none('timeout') }), caseOf({ wsdl: http(503) })],
    },
    'connection.accepts-username': accepting(replies, 'valid'),
    'connection.refuses-wrong-username': refusing(replies, 'wrong-username'),
    'connection.refuses-missing-username': refusing(replies, 'no-username'),
  };
};
