const usual =
  /^(?:set-)?cookie|auth(?!enticate|ority)|key|token|secret|assertion|saml|geheim|sleutel|passw|pwd|wachtwoord|gebruikersnaam|user-?name|signature|^sig$|credential|session|jwt|(?:^|[-_])pass$|^(?:ww|pin|login|user|gebruiker)$/i;

/** Whether a header or parameter bears credentials, by the names that such usually have. */
export const isSecretName = (name: string): boolean => usual.test(name);

const ofParameters = /(?:^|[-_])(?:code|sig|sign|pass|pw|sid)$/i;

/** A request target or address without the values of parameters whose names, decoded, say that they are secret. */
export const withoutSecretParameters = (target: string): string =>
  target.replace(/([?&;#])([^=&;#]*)=([^&;#]*)/g, (whole, mark: string, name: string) => {
    const plain = decoded(name);
    return isSecretName(plain) || ofParameters.test(plain) ? `${mark}${name}=***` : whole;
  });

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
