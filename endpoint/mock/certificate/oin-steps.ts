import type { Step } from './step.ts';

/** There is something that could be an OIN. */
export const hasOin: Step = ({ oin }) =>
  oin.at === 'nowhere'
    ? {
        nl: 'Het certificaat heeft geen OIN. Gebruik een certificaat met het OIN in subject.serialNumber.',
        en: 'The certificate has no OIN. Use a certificate with the OIN in subject.serialNumber.',
      }
    : undefined;

/** The OIN stands where it belongs. */
export const hasOinInPlace: Step = ({ oin }) =>
  oin.at === 'elsewhere'
    ? {
        nl: `Het OIN ${oin.text} staat niet in subject.serialNumber. Vraag een certificaat aan dat het daar heeft.`,
        en: `The OIN ${oin.text} is not in subject.serialNumber. Apply for a certificate that has it there.`,
      }
    : undefined;

/** The OIN is a PrintableString of 20 digits. */
export const hasOinOf20Digits: Step = ({ oin }) =>
  oin.at !== 'serial-number' || (oin.isPrintable && /^\d{20}$/.test(oin.text))
    ? undefined
    : {
        nl: `Het OIN "${oin.text}" in subject.serialNumber is geen PrintableString van 20 cijfers. Vraag een certificaat aan met het juiste OIN.`,
        en: `The OIN "${oin.text}" in subject.serialNumber is no PrintableString of 20 digits. Apply for a certificate with the right OIN.`,
      };
