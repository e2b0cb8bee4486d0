import { parse } from 'yaml';
import { z } from 'zod';
import { SourceError } from './source/bytes.ts';

const source = z.union([z.string(), z.number()]).transform(String);
const rule = z.union([
  z.string().meta({ description: 'The column of the file that it is.' }),
  z.strictObject({
    from: z.string().optional().meta({ description: 'The column of the file that it is.' }),
    first: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({ description: 'The first of these columns that is not blank.' }),
    join: z.array(z.string()).min(1).optional().meta({ description: 'These columns, one after the other.' }),
    with: z
      .string()
      .optional()
      .meta({ description: 'What stands between joined columns; a space unless given.' }),
    constant: source.optional().meta({ description: 'The same for every row.' }),
    values: z
      .record(z.string(), source)
      .optional()
      .meta({ description: 'What each value of the file stands for.' }),
    otherwise: source.optional().meta({ description: 'What every other value stands for.' }),
    format: z
      .string()
      .optional()
      .meta({ description: 'Such as MM/DD/YYYY HH:mm, epoch-seconds or epoch-milliseconds.' }),
    zone: z
      .string()
      .optional()
      .meta({ description: 'The zone of times without an offset; UTC, or that of the pack.' }),
  }),
]);

export const mappingSchema = z.strictObject({
  title: z.string().optional(),
  blank: z
    .array(z.string())
    .default([])
    .meta({ description: 'Values that mean nothing was given, such as NA.' }),
  columns: z.record(z.string(), rule),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type Rule = Exclude<z.infer<typeof rule>, string>;

export const ruleOf = (given: z.infer<typeof rule>): Rule =>
  typeof given === 'string' ? { from: given } : given;

/** The columns of the file that a mapping reads. */
export const columnsOfMapping = ({ columns }: Mapping): string[] =>
  Object.values(columns).flatMap((given) => {
    const own = ruleOf(given);
    return [...(own.from === undefined ? [] : [own.from]), ...(own.first ?? []), ...(own.join ?? [])];
  });

/** Reads a mapping. Throws SourceError that names the file, the place and what is allowed there. */
export function readMapping(name: string, text: string): Mapping {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new SourceError(`${name} is not YAML: ${(error as Error).message}`);
  }
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SourceError(
      `${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}; see docs/AUDITING.md for what a mapping may hold`,
    );
  }
  for (const [column, given] of Object.entries(parsed.data.columns)) {
    const own = ruleOf(given);
    const ways = [own.from, own.first, own.join, own.constant].filter((way) => way !== undefined).length;
    if (ways !== 1) {
      throw new SourceError(
        `${name}: columns.${column} needs exactly one of from, first, join and constant; it has ${ways}`,
      );
    }
  }
  return parsed.data;
}
