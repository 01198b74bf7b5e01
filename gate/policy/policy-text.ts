/** The text of a policy as spreadsheets save it: UTF-8, else Windows-1252, which they fall back to. */
export const policyText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
