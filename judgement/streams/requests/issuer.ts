import { certificatesIn } from '../../certificate/pem.ts';
import { buildChain } from '../../certificate/chain.ts';
import { testPkiOf } from '../../certificate/test-pki.ts';
import { judgeOffered } from '../../judges/certificate.ts';
import { certificate } from '../../requirements/certificate.ts';
import { deviates, untested } from '../../verdict.ts';
import { eachExchange } from '../each-exchange.ts';

const id = 'certificate.issued-under-pkioverheid';

const rehearsed = untested({
  nl: 'het certificaat is van de test-PKI van 3pas; wie het echte heeft uitgegeven is daarmee niet te zien: sta dat toe met --client-ca',
  en: 'the certificate is of the test PKI of 3pas, which does not show who issued the real one: let that in with --client-ca',
});

const ofPhase2 = deviates(certificate[id].text, {
  nl: 'het is een KOOP-certificaat van de test-PKI van 3pas: voor fase 2',
  en: 'it is a KOOP certificate of the test PKI of 3pas: for phase 2',
});

/** A receiver is shown certificates of its own test PKI, too, with which a vendor rehearses. */
export const issuedUnderPkioverheid = eachExchange(({ exchange }, { phase }) => {
  const known = exchange.identity === undefined ? undefined : testPkiOf(buildChain(certificatesIn(exchange.identity)));
  if (known === undefined) return judgeOffered(id, exchange, phase);
  return known === 'koop' ? ofPhase2 : rehearsed;
});
