// Checks bundles with schemas that we did not write: those of MITRE's ATT&CK data model.
//
//   node validate.mjs BUNDLE...
//
// Of every object: what its kind has in common by STIX 2.1 (types and forms of the common
// properties, references, external references, markings, extensions), and as a whole those that
// the model knows without ATT&CK's own demands: marking and extension definitions. An ATT&CK
// bundle (one with an x-mitre object) in addition: every object by ATT&CK's schema of its type.
// Says how many objects were checked by which, prints each kind of fault once with a count, and
// exits with 1 if there is one. A fault that the file given as --input=FILE has too is no fault of
// the writer; it is counted apart.

import fs from 'node:fs';
import path from 'node:path';
import {
  analyticSchema, assetSchema, campaignSchema, collectionSchema, dataComponentSchema,
  dataSourceSchema, detectionStrategySchema, extensionDefinitionSchema, groupSchema,
  identitySchema, malwareSchema, markingDefinitionSchema, matrixSchema, mitigationSchema,
  relationshipSchema, stixDomainObjectSchema, stixIdentifierSchema, tacticSchema,
  techniqueSchema, toolSchema,
} from '@mitre-attack/attack-data-model';

const attack = {
  'attack-pattern': techniqueSchema, 'campaign': campaignSchema,
  'course-of-action': mitigationSchema, 'identity': identitySchema,
  'intrusion-set': groupSchema, 'malware': malwareSchema,
  'marking-definition': markingDefinitionSchema, 'relationship': relationshipSchema,
  'tool': toolSchema, 'x-mitre-analytic': analyticSchema, 'x-mitre-asset': assetSchema,
  'x-mitre-collection': collectionSchema, 'x-mitre-data-component': dataComponentSchema,
  'x-mitre-data-source': dataSourceSchema,
  'x-mitre-detection-strategy': detectionStrategySchema, 'x-mitre-matrix': matrixSchema,
  'x-mitre-tactic': tacticSchema,
};
const known_types = new Set(stixDomainObjectSchema.shape.type.options);
const shape = stixDomainObjectSchema.shape;
// The model knows the types of ATT&CK alone; what is common to all objects knows no type.
const made = stixDomainObjectSchema.omit({ type: true, id: true }).loose();
const observed = made.partial();

function common_schema(object) {
  return object.created === undefined ? observed : made;
}

function faults_of(object, is_attack) {
  const found = [];
  const check = (name, schema, value) => {
    const result = schema.safeParse(value);
    counts[name] = (counts[name] ?? 0) + 1;
    if (result.success) return;
    for (const issue of result.error.issues)
      found.push(`${object.type}: ${issue.path.map(String).join('.').replace(/\d+/g, '#') || '(object)'}: ${issue.message.replace(object.id, 'ID')} [${name}]`);
  };
  if (object.type === 'marking-definition') {
    check('marking definitions', markingDefinitionSchema, object);
  } else if (object.type === 'extension-definition') {
    check('extension definitions', extensionDefinitionSchema, object);
  } else {
    check('common properties', common_schema(object), object);
    if (known_types.has(object.type)) check('ids', stixIdentifierSchema, object.id);
    if (object.created_by_ref !== undefined)
      check('creators', shape.created_by_ref, object.created_by_ref);
  }
  if (is_attack && attack[object.type] && object.type !== 'marking-definition')
    check("ATT&CK's schemas", attack[object.type], object);
  return found;
}

function faults_in(file) {
  const bundle = JSON.parse(fs.readFileSync(file, 'utf8'));
  const objects = bundle.objects ?? [];
  const is_attack = objects.some((object) => object.type.startsWith('x-mitre-'));
  const faults = new Map();
  if (bundle.type !== 'bundle') faults.set('the file is no bundle', { count: 1, first: file });
  for (const object of objects) {
    for (const text of faults_of(object, is_attack)) {
      const fault = faults.get(text) ?? { count: 0, first: object.id, ids: new Set() };
      ++fault.count;
      fault.ids.add(object.id);
      faults.set(text, fault);
    }
  }
  return { faults, objects: objects.length };
}

let counts = {};
let failed = false;
const input = process.argv.slice(2).find((word) => word.startsWith('--input='));
const before = input ? faults_in(input.slice('--input='.length)).faults : new Map();
for (const file of process.argv.slice(2).filter((word) => !word.startsWith('--'))) {
  counts = {};
  const { faults, objects } = faults_in(file);
  let inherited = 0;
  for (const [text, fault] of faults) {
    const given = before.get(text)?.count ?? 0;
    inherited += Math.min(given, fault.count);
    if (fault.count <= given) continue;
    failed = true;
    console.log(`${path.basename(file)}: ${fault.count - given} times, first ${fault.first}: ${text}`);
  }
  const parts = Object.entries(counts).map(([name, count]) => `${count} by ${name}`);
  console.log(`${path.basename(file)}: ${objects} objects checked (${parts.join(', ')})` +
              (input ? `, ${inherited} faults that the input has too` : ''));
}
process.exit(failed ? 1 : 0);
