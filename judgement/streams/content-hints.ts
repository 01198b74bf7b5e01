import { type Hint, hint } from './hint.ts';

/** By the constraint of content that is broken. */
export const contentHints: Readonly<Record<string, Hint>> = {
  'content#dtd': hint(
    [
      'Een sjabloon of bibliotheek zet een DOCTYPE in het bestand, vaak voor entiteiten als &nbsp;.',
      'A template or library puts a DOCTYPE in the file, often for entities such as &nbsp;.',
    ],
    ['Laat de DOCTYPE weg en schrijf de tekens zelf.', 'Leave the DOCTYPE out and write the characters themselves.'],
  ),
  'content#pdf': hint(
    [
      'Een document van een andere soort (zoals .docx of HTML) heeft alleen de naam van een PDF gekregen.',
      'A document of another kind (such as .docx or HTML) was only given the name of a PDF.',
    ],
    ['Zet het document om naar PDF voordat u het inpakt.', 'Convert the document to PDF before you pack it.'],
  ),
  'content#base64': hint(
    [
      'De inhoud wordt als tekst of XML in het element gezet, of anders gecodeerd dan als base64.',
      'The content is put into the element as text or XML, or coded otherwise than as base64.',
    ],
    [
      'Geef de SOAP-bibliotheek de bytes (byte[] of base64Binary), en laat haar coderen.',
      'Give the SOAP library the bytes (byte[] or base64Binary), and let it encode them.',
    ],
  ),
};

/** Of the files that belong in the zip, by what they are. */
export const fileHints: Readonly<Record<'pdf' | 'xml', Hint>> = {
  pdf: hint(
    [
      'Het document is ingepakt zoals de bron het heeft (zoals .docx), er zit iets bij, of het is de inhoud van een ander documenttype.',
      'The document was packed as its source has it (such as .docx), something is beside it, or it is the content of another document type.',
    ],
    [
      'Zet het document om naar PDF, en zet alleen die ene PDF in de zip.',
      'Convert the document to PDF, and put that one PDF in the zip and nothing else.',
    ],
  ),
  xml: hint(
    [
      'Het bestand staat in een map of heet anders, het besturingssysteem voegt bestanden toe (__MACOSX), of het is de inhoud van een ander documenttype.',
      'The file is in a folder or has another name, the operating system adds files (__MACOSX), or it is the content of another document type.',
    ],
    ['Zet alleen inhoud.xml in de zip, zonder map.', 'Put inhoud.xml and nothing else in the zip, without a folder.'],
  ),
};
