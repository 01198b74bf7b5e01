const usual =
  /^(?:set-)?cookie|auth(?!enticate|ority)|key|token|secret|assertion|saml|geheim|sleutel|passw|pwd|wachtwoord|gebruikersnaam|user-?name|signature|^sig$|credential|session|jwt/i;

/** Whether a header or parameter bears credentials, by the names that such usually have. */
export const isSecretName = (name: string): boolean => usual.test(name);
