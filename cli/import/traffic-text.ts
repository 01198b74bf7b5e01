import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { number } from '#reporters/number';
import type { Sorted } from './sort-traffic.ts';

/** What is told of traffic beside what is judged, a sentence each. */
export const besideTexts = ({
  others,
  elsewhere,
  torn,
  damaged,
  secrets,
}: Omit<Sorted, 'ours'>): readonly Bilingual[] => [
  ...(others === 0 ? [] : [passedOver(others)]),
  ...(elsewhere.size === 0 ? [] : [toOthers(elsewhere)]),
  ...(torn.length === 0 ? [] : [tornAt(torn)]),
  ...(damaged.length === 0 ? [] : [undecoded(damaged)]),
  ...(secrets.isCut ? [tooMany] : []),
];

/** That there is nothing to judge, and what there is. */
export const nothingToJudge = (paths: readonly string[], { elsewhere }: Pick<Sorted, 'elsewhere'>): Bilingual => {
  const where = paths.join(', ');
  if (elsewhere.size === 0)
    return {
      nl: `in ${where} staat geen SOAP-verzoek; geef een HAR, een .svclog van WCF, of een map met paren als 1-request.xml en 1-response.xml`,
      en: `${where} holds no SOAP request; give a HAR, a .svclog of WCF, or a folder with pairs such as 1-request.xml and 1-response.xml`,
    };
  const { nl, en } = addresses(elsewhere);
  return {
    nl: `in ${where} staat geen verzoek aan de dienst van het contract: geen naamruimte, operatie of SOAPAction is ervan (${nl}). Geef het verkeer met het ETO, of het contract ervan met --contract`,
    en: `${where} holds no request to the service of the contract: no namespace, operation or SOAPAction is of it (${en}). Give the traffic with the ETO, or its contract with --contract`,
  };
};

const passedOver = (count: number): Bilingual => ({
  nl: `${number(count, 'nl')} overgeslagen: geen SOAP-verzoek, of een bestand zonder paar`,
  en: `${number(count, 'en')} passed over: no SOAP request, or a file without its pair`,
});

const toOthers = (elsewhere: Sorted['elsewhere']): Bilingual => {
  const count = [...elsewhere.values()].reduce((sum, one) => sum + one, 0);
  const { nl, en } = addresses(elsewhere);
  return {
    nl: `${number(count, 'nl')} overgeslagen: SOAP voor een andere dienst dan die van het contract (${nl})`,
    en: `${number(count, 'en')} passed over: SOAP for another service than that of the contract (${en})`,
  };
};

/** Addresses and files that are named. */
const named = 5;

const addresses = (elsewhere: Sorted['elsewhere']): Bilingual => {
  const all = [...elsewhere].map(([address, count]) => ({
    nl: `${address === '' ? 'zonder adres' : visible(address)}: ${number(count, 'nl')}`,
    en: `${address === '' ? 'without an address' : visible(address)}: ${number(count, 'en')}`,
  }));
  return listed(all);
};

const listed = (all: readonly Bilingual[]): Bilingual => {
  const shown = all.slice(0, named);
  const more = all.length - shown.length;
  const rest = { nl: more === 0 ? '' : `; en nog ${String(more)}`, en: more === 0 ? '' : `; and ${String(more)} more` };
  return {
    nl: shown.map(({ nl }) => nl).join('; ') + rest.nl,
    en: shown.map(({ en }) => en).join('; ') + rest.en,
  };
};

const tornAt = (torn: Sorted['torn']): Bilingual => {
  const { nl, en } = listed(torn.map((place) => ({ nl: visible(place), en: visible(place) })));
  return {
    nl: `beschadigd: de log breekt af in een gebeurtenis (${nl}). Het bericht dat daar stond is niet te beoordelen, en wat volgt is gewoon gelezen. Geef de hele log als u die nog hebt`,
    en: `damaged: the log breaks off inside an event (${en}). The message that stood there can not be judged, and what follows was read as usual. Give the whole log if you still have it`,
  };
};

const undecoded = (damaged: Sorted['damaged']): Bilingual => {
  const { nl, en } = listed(
    damaged.map(({ from, of, codings }) => ({
      nl: `${visible(from)}: ${of === 'request' ? 'verzoek' : 'antwoord'}, ${visible(codings)}`,
      en: `${visible(from)}: ${of}, ${visible(codings)}`,
    })),
  );
  return {
    nl: `${number(damaged.length, 'nl')} niet te lezen: de bytes zijn niet in de codering die Content-Encoding of Transfer-Encoding noemt, of niet heel (${nl}). Laat de tool ze heel bewaren, of uitgepakt`,
    en: `${number(damaged.length, 'en')} unreadable: the bytes are not in the coding that Content-Encoding or Transfer-Encoding names, or not whole (${en}). Have the tool keep them whole, or unpacked`,
  };
};

const tooMany: Bilingual = {
  nl: 'dit verkeer heeft meer tokens en cookies dan er gezocht worden; van de laatste blijft staan wat een antwoord ervan herhaalt. Importeer het in delen',
  en: 'this traffic has more tokens and cookies than are searched for; of the last ones, what an answer repeats stays. Import it in parts',
};
