/** Where the documents can be read that sources cite, by the name that a source begins with or holds. */
const documents: Readonly<Record<string, string>> = {
  'koopoverheid.nl, DROP 3PAS':
    'https://www.koopoverheid.nl/voor-overheden/gemeenten-provincies-en-waterschappen/drop/drop-3pas',
  'Open Wave, instellen_inrichten/drop':
    'https://github.com/open-wave-community/docs/blob/66d61454/docs/instellen_inrichten/drop.md',
  'OpenWave manual, sectie_droppubliceren': 'https://github.com/open-wave-community/docs/tree/469d680d',
  'WS-I Basic Profile 1.1': 'http://www.ws-i.org/Profiles/BasicProfile-1.1.html',
  'WS-I Simple SOAP Binding Profile 1.0': 'http://www.ws-i.org/Profiles/SimpleSoapBindingProfile-1.0.html',
  'SOAP 1.1': 'https://www.w3.org/TR/2000/NOTE-SOAP-20000508/',
  'Namespaces in XML 1.0': 'https://www.w3.org/TR/xml-names/',
  'XML 1.0': 'https://www.w3.org/TR/xml/',
  'KOOP value lists': 'https://repository.officiele-overheidspublicaties.nl/waardelijsten/',
  'Unicode 15.0': 'https://www.unicode.org/versions/Unicode15.0.0/',
  'XML Schema part 1': 'https://www.w3.org/TR/xmlschema-1/',
  'XML Schema part 2': 'https://www.w3.org/TR/xmlschema-2/',
  'OWASP ASVS': 'https://github.com/OWASP/ASVS',
  'RFC 6960': 'https://www.rfc-editor.org/rfc/rfc6960',
  'RFC 9110': 'https://www.rfc-editor.org/rfc/rfc9110',
  'RFC 9112': 'https://www.rfc-editor.org/rfc/rfc9112',
  'RFC 5280': 'https://www.rfc-editor.org/rfc/rfc5280',
  'RFC 8446': 'https://www.rfc-editor.org/rfc/rfc8446',
  'Logius OIN-Stelsel': 'https://github.com/Logius-standaarden/OIN-Stelsel',
  'Digikoppeling-Beveiligingsstandaarden':
    'https://github.com/Logius-standaarden/Digikoppeling-Beveiligingsstandaarden',
  'Technisch Overleg Digikoppeling': 'https://github.com/Logius-standaarden/Overleg',
  'pkioverheid/g4-trial': 'https://github.com/pkioverheid/g4-trial',
  'nuts-foundation/nuts-webpresence': 'https://github.com/nuts-foundation/nuts-webpresence',
  'cert.pkioverheid.nl': 'https://cert.pkioverheid.nl',
  'PKWARE APPNOTE': 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
};

/** The address of the document that a source cites first; undefined for one that cites none. */
export const linkOf = (source: string): string | undefined => {
  const cited = Object.entries(documents)
    .map(([name, link]) => ({ link, at: source.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return cited[0]?.link;
};
