import { bareEnvironment } from '#endpoint/bare-environment';

/** Leaves this process only what any process needs of its environment, and so what it starts or loads. */
export const leaveEnvironment = (): void => {
  const kept = bareEnvironment();
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, kept);
};
