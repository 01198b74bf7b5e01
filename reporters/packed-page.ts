import { gzipSync } from 'node:zlib';

/** Allure's one-file report with its data compressed, which are nine tenths of it; a page of another form stays as it is. */
export const packedPage = (page: string): string => {
  const start = page.lastIndexOf('<script defer>');
  const end = page.indexOf('</script>', start);
  if (start === -1 || end === -1) return page;
  const files = [...page.slice(start, end).matchAll(dataFile)];
  if (files.length === 0) return page;
  const contents = files.map(([, name = '', content = '']) => [
    JSON.parse(name) as string,
    Buffer.from(content, 'base64').toString('latin1'),
  ]);
  const packed = gzipSync(JSON.stringify(Object.fromEntries(contents)), { level: 9 }).toString('base64');
  return `${page.slice(0, start)}<script>${unpacking(packed)}${page.slice(end)}`;
};

/** As `createReportDataScript` of @allurereport/core-api writes it: the name and the bytes in base64. */
const dataFile = /\bd\(("(?:[^"\\]|\\.)*"),"([A-Za-z0-9+/=]*)"\)/g;

/** The page waits until its data are announced to be there. */
const unpacking = (packed: string): string => `
(async () => {
  const bytes = Uint8Array.from(atob("${packed}"), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const contents = JSON.parse(await new Response(unpacked).text());
  for (const [name, content] of Object.entries(contents)) window.allureReportData[name] = btoa(content);
  window.allureReportDataReady = true;
})();
`;
