import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { SLACK_RULES } from './slack-rules.js';
import type { SlackShapes } from './slack-shapes.js';
import { isObject, objectsOf } from './slack-tree.js';

interface Definition {
  readonly anyOf?: readonly { readonly $ref: string }[];
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>;
}

interface Schema {
  readonly definitions: Readonly<Record<string, Definition>>;
}

export const schemaFile = new URL('./block-kit.schema.json', import.meta.url);

const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
const ajv = new Ajv({ allErrors: false, strict: false }).addSchema(schema, 'slack');
const validators = new Map<string, ValidateFunction>();

function validatorOf(pointer: string): ValidateFunction {
  const known = validators.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: `slack#/definitions/${pointer}` });
  validators.set(pointer, made);
  return made;
}

/** The definition of each type of block: an error of one says more than one of them all. */
const definitionOf: ReadonlyMap<string, string> = new Map(
  (schema.definitions['KnownBlock']?.anyOf ?? []).flatMap(({ $ref }) => {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    const type = schema.definitions[name]?.properties?.['type']?.const;
    return type === undefined ? [] : [[type, name]];
  }),
);

/**
 * What Slack would refuse in a view, or in the `text` and `blocks` of a message: by its own types, by its
 * documented limits, and by what else it is known to refuse. Nothing when it would take it.
 */
export function slackProblems(sent: unknown): string[] {
  if (!isObject(sent)) return ['what is sent is no object'];
  const { type, text, blocks } = sent;
  const isView = type === 'modal' || type === 'home';
  const surface: keyof SlackShapes = isView ? type : text === undefined ? 'unfurl' : 'message';
  // A message stands among other arguments of its method.
  const value = isView ? sent : { blocks, ...(text === undefined ? {} : { text }) };
  const shape = `SlackShapes/properties/${surface}`;
  const bare = { ...value, blocks: [] };
  return [
    ...(Array.isArray(blocks) ? [] : ['there are no blocks']),
    ...errorsOf(shape, bare, ''),
    ...objectsOf(blocks).flatMap((block, index) => blockErrors(block, `/blocks/${String(index)}`)),
    ...SLACK_RULES.flatMap((rule) => rule({ surface, value })),
  ];
}

function blockErrors(block: Record<string, unknown>, at: string): string[] {
  const name = definitionOf.get(String(block['type']));
  return name === undefined ? [`${at}: there is no such block`] : errorsOf(name, block, at);
}

/** The error deepest inside: those above it only say that something below is wrong. */
function errorsOf(pointer: string, value: unknown, at: string): string[] {
  const validate = validatorOf(pointer);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const deepest = errors.toSorted(
    (one, other) => other.instancePath.length - one.instancePath.length,
  )[0];
  const what = JSON.stringify(deepest?.params ?? {});
  return [`${at}${deepest?.instancePath ?? ''}: ${deepest?.message ?? 'does not fit'} ${what}`];
}
