import { gzipSync } from 'node:zlib';

/** Allure's one-file report with its data and its code compressed; what has another form stays as it is. */
export const packedPage = (page: string): string => withPackedCode(withPackedData(page));

/** As Allure embeds its own code, which is more than half of what is left. */
const embedded = /<script\s+src="data:text\/javascript;base64,([A-Za-z0-9+/=]+)"><\/script>/;

const withPackedCode = (page: string): string =>
  page.replace(embedded, (_, code: string) => `<script>${starting(packed(Buffer.from(code, 'base64')))}</script>`);

/** The code waits for its data by itself. */
const starting = (code: string): string => `
(async () => {
  const script = document.createElement("script");
  script.textContent = ${unpacked(code)};
  document.body.append(script);
})();
`;

const withPackedData = (page: string): string => {
  const start = page.lastIndexOf('<script defer>');
  const end = page.indexOf('</script>', start);
  if (start === -1 || end === -1) return page;
  const files = [...page.slice(start, end).matchAll(dataFile)];
  if (files.length === 0) return page;
  const contents = files.map(([, name = '', content = '']) => [
    JSON.parse(name) as string,
    Buffer.from(content, 'base64').toString('latin1'),
  ]);
  const data = packed(Buffer.from(JSON.stringify(Object.fromEntries(contents))));
  return `${page.slice(0, start)}<script>${unpacking(data)}${page.slice(end)}`;
};

/** As `createReportDataScript` of @allurereport/core-api writes it: the name and the bytes in base64. */
const dataFile = /\bd\(("(?:[^"\\]|\\.)*"),"([A-Za-z0-9+/=]*)"\)/g;

/** The page waits until its data are announced to be there. */
const unpacking = (data: string): string => `
(async () => {
  const contents = JSON.parse(${unpacked(data)});
  for (const [name, content] of Object.entries(contents)) window.allureReportData[name] = btoa(content);
  window.allureReportDataReady = true;
})();
`;

const packed = (bytes: Uint8Array): string => gzipSync(bytes, { level: 9 }).toString('base64');

/** The expression whose value is the text again, in a browser. */
const unpacked = (base64: string): string =>
  `await new Response(new Blob([Uint8Array.from(atob("${base64}"), (one) => one.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"))).text()`;
