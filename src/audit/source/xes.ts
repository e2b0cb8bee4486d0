import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SourceError } from './bytes.ts';
import { type CaseEvent, eventRecords } from './events.ts';
import type { Records } from './records.ts';

type Attribute = { readonly '@key'?: string; readonly '@value'?: string };
type Node = { readonly [kind: string]: readonly Attribute[] | undefined };

const KINDS = ['string', 'date', 'int', 'float', 'boolean', 'id'] as const;

function attributesOf(node: Node): Record<string, string> {
  const found: Record<string, string> = {};
  for (const kind of KINDS) {
    for (const attribute of node[kind] ?? []) {
      if (attribute['@key'] !== undefined) found[attribute['@key']] = attribute['@value'] ?? '';
    }
  }
  return found;
}

const plain = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).filter(([key]) => !/^(concept|time|lifecycle|org):/.test(key)),
  );

/** An XES event log (IEEE 1849): a trace is a case, an event's name the step. Throws SourceError for other XML. */
export function xesRecords(name: string, text: string): Records {
  const valid = XMLValidator.validate(text);
  if (valid !== true)
    throw new SourceError(`${name} is damaged XML: line ${valid.err.line}: ${valid.err.msg}`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    processEntities: false,
    isArray: (_, path, __, isAttribute) => !isAttribute && path !== 'log',
  });
  const { log } = parsed(name, () => parser.parse(text)) as {
    log?: { trace?: (Node & { event?: Node[] })[] };
  };
  if (!log?.trace) throw new SourceError(`${name} is XML, but no XES event log with traces`);
  const cases = new Map<string, Record<string, string>>();
  const events: CaseEvent[] = [];
  for (const [index, trace] of log.trace.entries()) {
    const own = attributesOf(trace);
    const id = own['concept:name'] ?? `trace ${index + 1}`;
    cases.set(id, plain(own));
    for (const node of (trace.event ?? []) as Node[]) {
      const attributes = attributesOf(node);
      const at = attributes['time:timestamp'];
      const activity = attributes['concept:name'];
      if (at && activity) events.push({ case: id, activity, at, attributes: plain(attributes) });
    }
  }
  return eventRecords(cases, events);
}

function parsed(name: string, parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    throw new SourceError(`${name} is XML that is not read here: ${(error as Error).message}`);
  }
}
