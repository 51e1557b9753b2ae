// What is laid out: three graphs of growing size, and reference architectures as the engine draws them
// for golden workloads, those with the most boxes.
import { readFileSync } from 'node:fs';
import { load } from './graphs.mjs';

const REFERENCES = [
  ['shown/bank-ledger', 'aws'],
  ['cases/59-data-lake-compaction', 'azure'],
  ['cases/51-autodesk-account-creation', 'gcp'],
];

/** Each with how often it is timed. */
export function subjects(ours) {
  const graphs = [
    ['shop-14', 5],
    ['platform-60', 3],
    ['company-300', 3],
  ].map(([name, runs]) => ({ name, graph: load(name), runs }));
  const references = REFERENCES.map(([workload, provider]) => {
    const file = new URL(`../../golden/${workload}.workload.yaml`, import.meta.url);
    const drawing = ours.architectures(readFileSync(file, 'utf8')).find((one) => one.provider === provider);
    return { name: `${workload.split('/')[1]}-${provider}`, graph: drawing.diagram, runs: 5 };
  });
  return [...graphs, ...references].map((subject) => ({
    ...subject,
    title: `${subject.graph.title}: ${subject.graph.nodes.length} nodes, ${subject.graph.groups.length} groups, ${subject.graph.edges.length} edges`,
  }));
}
