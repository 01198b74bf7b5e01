import type { Contract } from '#contract/contract';
import { type VendorMessage, rightMessage } from './vendor-message.ts';

/** A notice in the permit system, before it is written as a message. */
export interface Notice {
  readonly reference: string;
  readonly title: string;
}

const example = 'Melding';

/** So many notices that are in order; the first is the example of the contract as it stands. */
export const queueOf = (contract: Contract, count: number): readonly Notice[] => {
  const { envelope } = rightMessage(contract, example);
  const [, reference = ''] = /<drp:Referentienummer>([^<]*)/.exec(envelope) ?? [];
  const [, title = ''] = /<drp:Titel>([^<]*)/.exec(envelope) ?? [];
  return Array.from({ length: count }, (_, index) =>
    index === 0
      ? { reference, title }
      : { reference: `${reference}-${String(index)}`, title: `${title}, deel ${String(index)}` },
  );
};

/** Writes a notice as a message. */
export const writeNotice = (contract: Contract, { reference, title }: Notice): VendorMessage => {
  const right = rightMessage(contract, example);
  return {
    ...right,
    envelope: right.envelope
      .replace(/(<drp:Referentienummer>)[^<]*/, `$1${reference}`)
      .replace(/(<drp:Titel>)[^<]*/, `$1${title}`),
    files: right.files.map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/(<titel>)[^<]*/, `$1${title}`),
        'utf8',
      ),
    })),
  };
};
