import { certificateFaults } from '#contract/wire/certificate-faults';
import type { tls } from '#judgement/requirements/tls';
import type { tlsRefusals } from '#judgement/requirements/tls-refusals';
import { caseOf, http, none, over } from '../replies.ts';
import type { JudgedCases, Replies } from './judged-cases.ts';

/** Cases for the judges of the TLS connection. */
export const tlsCases = ({ accepted, alive, fault }: Replies): Readonly<Record<keyof typeof tls, JudgedCases>> => {
  const reachable = alive;
  const overVersion = (version: string, other: string): JudgedCases => ({
    conforms: [caseOf({ reachable, pinned: over(version, alive) })],
    deviates: [caseOf({ reachable, pinned: none('tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION') })],
    undecided: [
      caseOf({ reachable, pinned: over(other, alive) }),
      caseOf({ reachable, pinned: none('tls', 'ERR_SSL_NO_PROTOCOLS_AVAILABLE') }),
      caseOf({ reachable: none('refused'), pinned: none('reset') }),
    ],
  });
  const letIn: JudgedCases = {
    conforms: [caseOf({ reachable, valid: accepted() })],
    deviates: [caseOf({ reachable, valid: http(403) }), caseOf({ reachable, valid: none('reset') })],
    undecided: [
      caseOf({ reachable: none('reset'), valid: none('reset') }),
      caseOf({ reachable, valid: none('timeout') }),
    ],
  };
  const keptOut: JudgedCases = {
    conforms: [
      caseOf({ control: accepted(), 'wrong-certificate': none('reset') }),
      caseOf({ control: accepted(), 'wrong-certificate': http(403) }),
      caseOf({ control: accepted(), 'wrong-certificate': fault() }),
    ],
    deviates: [caseOf({ control: accepted(), 'wrong-certificate': accepted('D2') })],
    undecided: [
      caseOf({ control: [accepted(), none('reset')], 'wrong-certificate': none('reset') }),
      caseOf({ control: accepted(), 'wrong-certificate': none('timeout') }),
    ],
  };
  return {
    'tls.shows-fitting-certificate': {
      conforms: [caseOf({ alive }), caseOf({ alive: http(404) })],
      deviates: [
        caseOf({ alive: none('tls', 'CERT_HAS_EXPIRED') }),
        caseOf({ alive: none('tls', 'ERR_TLS_CERT_ALTNAME_INVALID') }),
      ],
      undecided: [caseOf({ alive: none('refused', 'ECONNREFUSED') })],
    },
    'tls.accepts-tls-1-2': overVersion('TLSv1.2', 'TLSv1.3'),
    'tls.accepts-tls-1-3': overVersion('TLSv1.3', 'TLSv1.2'),
    'tls.refuses-older-versions': {
      conforms: [caseOf({ reachable, older: none('tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION') })],
      deviates: [caseOf({ reachable, older: over('TLSv1.1', fault()) })],
      undecided: [
        caseOf({ reachable, older: none('timeout') }),
        caseOf({ reachable: none('reset'), older: none('reset') }),
      ],
    },
    'tls.takes-large-bodies': {
      conforms: [caseOf({ control: accepted(), valid: accepted('D2') })],
      deviates: [
        caseOf({ control: accepted(), valid: none('reset') }),
        caseOf({ control: accepted(), valid: http(413) }),
      ],
      undecided: [
        caseOf({ control: [accepted(), none('reset')], valid: none('reset') }),
        caseOf({ control: accepted(), valid: none('timeout') }),
      ],
    },
    'tls.accepts-koop-certificate': letIn,
    'tls.accepts-g1-certificate': letIn,
    'tls.accepts-g4-certificate': letIn,
    'tls.refuses-no-certificate': keptOut,
    ...(Object.fromEntries(certificateFaults.map((one) => [`tls.refuses-${one}`, keptOut])) as Record<
      keyof typeof tlsRefusals,
      JudgedCases
    >),
  };
};
