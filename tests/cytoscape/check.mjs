// Opens Cytoscape JSON in cytoscape.js, without a window, and compares it with the native format:
//
//   node check.mjs CYTOSCAPE NATIVE
//
// Every entity is a node under its id with its name and type, every relation an edge of its type
// between its ends, with all its claims. Exits with 1 if anything is missing, doubled or different.

import fs from 'node:fs';
import cytoscape from 'cytoscape';

const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const [written, native] = process.argv.slice(2).map(read);
const graph = cytoscape({ headless: true, elements: written.elements, data: written.data });

const faults = [];
const compare = (what, found, wanted) => {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) faults.push(`${what}: ${a} is not ${b}`);
};
const entities = native.entities ?? [];
const relations = native.relations ?? [];
compare('nodes', graph.nodes().length, entities.length);
compare('edges', graph.edges().length, relations.length);
compare('title', graph.data('title'), native.title);
for (const entity of entities) {
  const node = graph.getElementById(entity.id);
  if (!node.isNode()) faults.push(`no node ${entity.id}`);
  compare(`name of ${entity.id}`, node.data('name'), entity.name ?? entity.id);
  compare(`type of ${entity.id}`, node.data('type'), entity.type);
  compare(`names of ${entity.id}`, node.data('names_json'), entity.names);
}
// The edges come in the order of the relations.
graph.edges().forEach((edge, index) => {
  const relation = relations[index];
  compare(`ends of ${edge.id()}`, [edge.source().id(), edge.target().id()],
          [relation.from, relation.to]);
  compare(`type of ${edge.id()}`, edge.data('type'), relation.type);
  compare(`claims of ${edge.id()}`, edge.data('claims_json'), relation.claims);
});
for (const fault of faults.slice(0, 20)) console.log(fault);
console.log(`cytoscape ${cytoscape.version}: ${graph.nodes().length} nodes, ` +
            `${graph.edges().length} edges, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
