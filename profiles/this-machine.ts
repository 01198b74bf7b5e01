/** Whether a host, as `URL.hostname` gives it but without a dot at its end, leads to this machine. */
export const isThisMachine = (host: string): boolean =>
  /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\[::ffff:(?:7f[0-9a-f]{2}:[0-9a-f]{1,4}|0:0)\])$/.test(
    host,
  );
