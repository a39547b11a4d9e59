/** The row of a table for a name out of a file; what every object inherits, such as `constructor`, is no row. */
export function rowOf<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
