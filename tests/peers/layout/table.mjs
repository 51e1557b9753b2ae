// The figures as Markdown.
import { time } from './draw.mjs';

const COLUMNS = [
  ['crossings', (f) => f.crossings],
  ['bends', (f) => f.bends ?? '–'],
  ['length', (f) => Math.round(f.length)],
  ['boxes overlap', (f) => f.nodeOverlaps],
  ['box in foreign group', (f) => f.nodesInForeignGroups],
  ['groups overlap', (f) => f.groupOverlaps],
  ['edge through box', (f) => f.edgesThroughForeignBoxes],
  ['edge through foreign group', (f) => f.edgesThroughForeignGroups],
  ['edges on one another', (f) => f.edgesOnOneAnother],
  ['labels overlap', (f) => f.labelOverlaps],
  ['label on foreign line', (f) => f.labelsOnForeignLines],
  ['labels left out', (f) => f.labelsMissing],
  ['area', (f) => f.area],
  ['aspect', (f) => f.aspect],
];

/** One table for each graph. */
export function table(graphs) {
  return graphs
    .map(({ title, results }) => {
      const head = ['engine', ...COLUMNS.map(([name]) => name), 'time'];
      const rows = results.map(({ engine, fault, figures, ms }) =>
        figures
          ? [engine, ...COLUMNS.map(([, value]) => value(figures)), time(ms)]
          : [engine, `gave up: ${fault}`, ...Array(COLUMNS.length).fill('')],
      );
      const line = (cells) => `| ${cells.join(' | ')} |`;
      return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
    })
    .join('\n');
}

/** All graphs in one table, for those who want to know how it stands: crossings · length · time, and
 * what is false in a drawing. */
export function summary(graphs) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const head = ['graph', 'engine', 'crossings', 'bends', 'length', 'false', 'time'];
  const rows = graphs.flatMap(({ name, results }) =>
    results.map(({ engine, fault, figures, violations, ms }, at) => {
      const cells = figures
        ? [figures.crossings, figures.bends ?? '–', Math.round(figures.length), violations, time(ms)]
        : [`gave up: ${fault}`, '', '', '', ''];
      return line([at === 0 ? name : '', engine, ...cells]);
    }),
  );
  return [line(head), line(head.map(() => '---')), ...rows, ''].join('\n');
}
