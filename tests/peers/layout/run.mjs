// Lays every graph out with every engine, and writes the table and the drawings:
// `node layout/run.mjs MODULE FOLDER`, with the module that `cargo xtask wasm` builds. A third argument
// names the one graph to do.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compare } from './compare.mjs';
import { drawn, sheet } from './draw.mjs';
import { close, start } from './engines.mjs';
import { subjects } from './subjects.mjs';
import { Ours } from './ours.mjs';
import { summary, table } from './table.mjs';

const [module, folder, only] = process.argv.slice(2);
if (!module || !folder) {
  console.error('error: which module, and where to?\n  help: node layout/run.mjs MODULE FOLDER [GRAPH]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const ours = new Ours(module);
await start();

const all = [];
for (const { name, title, graph, runs } of subjects(ours)) {
  if (only && name !== only) continue;
  const results = await compare(ours, graph, runs);
  const fileOf = (result) => `${name}.${result.engine.replace(/\W+/g, '-').toLowerCase()}.svg`;
  for (const result of results.filter((one) => one.layout)) {
    writeFileSync(join(folder, fileOf(result)), drawn(graph, result.layout));
  }
  const page = join(folder, `${name}.html`);
  writeFileSync(page, sheet(title, results, fileOf));
  photograph(page, join(folder, `${name}.png`), results.length);
  console.error(`${title}: done`);
  all.push({ name, title, nodes: graph.nodes.length, edges: graph.edges.length, results });
}
await close();

const figures = all.map(({ results, ...graph }) => ({
  ...graph,
  results: results.map(({ layout, ...result }) => result),
}));
writeFileSync(join(folder, 'layout.json'), `${JSON.stringify(figures, null, 2)}\n`);
writeFileSync(join(folder, 'layout.md'), `${summary(figures)}\n${table(figures)}`);
console.log(summary(figures));
process.exit(0);

/** The sheet as a picture, where there is a browser to make it. */
function photograph(page, picture, panels) {
  const height = 120 + Math.ceil(panels / 2) * 840;
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'];
  const what = [`--screenshot=${picture}`, `--window-size=2000,${height}`, pathToFileURL(page).href];
  try {
    execFileSync('chromium', [...flags, ...what], { stdio: 'ignore', timeout: 120_000 });
  } catch (fault) {
    console.error(`no picture of ${page}: ${fault.message}`);
  }
}
