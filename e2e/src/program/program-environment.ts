/** The settings of a program under test: ours only, whatever the person who runs the tests has set. */
export const programEnvironment = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(COMITIUM_|VITEST|NODE_ENV$|NODE_OPTIONS$|DATABASE_URL$|PORT$|OTEL_|PG)/.test(name),
  );
  // In test every event that is appended is checked against what its feature declared.
  return { ...Object.fromEntries(inherited), NODE_ENV: 'test', ...settings };
};
