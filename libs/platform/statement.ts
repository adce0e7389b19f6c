/** One SQL statement with its values; a named one is planned once per connection. */
export interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
}

/** A prepared statement under a name of its own: `const READ = sql('sitting.read', '…'); scope.query(READ(id))`. */
export function sql(name: string, text: string): (...values: unknown[]) => Statement {
  return (...values) => ({ name, text, values });
}
