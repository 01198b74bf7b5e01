import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** Production is proved by a notice of the vendor's own system that a person saw published. */
export const publicationReasons = ({ phase, publications, required }: JudgedEvidence): readonly Reason[] => {
  if (phase !== 4) return [];
  const isOwn = publications.some(({ documentType }) =>
    required.documentTypes.some(({ name }) => name === documentType),
  );
  if (isOwn) return [];
  return [
    reason('missing', {
      nl: 'er is geen publicatie vastgelegd van een aangemeld documenttype (3pas attest --document-type)',
      en: 'no publication of a declared document type was recorded (3pas attest --document-type)',
    }),
  ];
};
