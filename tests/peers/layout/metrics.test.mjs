// The ruler itself: drawings whose figures a person can count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bends, crossings, flatten, length, runsThrough, shared } from './geometry.mjs';
import { measure, violations } from './metrics.mjs';

const line = (...points) => points.map(([x, y]) => ({ x, y }));

test('crossings of two lines', () => {
  const level = line([0, 10], [100, 10]);
  const cases = [
    ['through the middle', line([50, 0], [50, 20]), 1],
    ['beside', line([0, 20], [100, 20]), 0],
    ['there and back again', line([30, 0], [30, 20], [60, 20], [60, 0]), 2],
    ['touching with a corner', line([30, 0], [30, 10], [60, 10], [60, 0]), 0],
    ['along it and out on the same side', line([30, 0], [30, 10], [60, 10], [60, 0], [70, 0]), 0],
    ['along it and out on the other side', line([30, 0], [30, 10], [60, 10], [60, 20]), 1],
    ['from the same port', line([0, 10], [0, 50]), 0],
    ['slanting', line([0, 0], [100, 21]), 1],
  ];
  for (const [what, other, count] of cases) {
    assert.equal(crossings(level, other), count, what);
    assert.equal(crossings(other, level), count, `${what}, the other way round`);
  }
});

test('bends, length, shared stretches, boxes in the way', () => {
  const step = line([0, 0], [10, 0], [20, 0], [20, 30], [40, 30]);
  assert.equal(bends(step), 2);
  assert.equal(length(step), 70);
  assert.equal(shared(line([0, 0], [50, 0]), line([30, 0], [90, 0], [90, 40])), 20);
  assert.equal(shared(line([0, 0], [50, 0]), line([30, 3], [90, 3])), 0);
  const box = { x: 10, y: 10, w: 20, h: 20 };
  assert.equal(runsThrough(line([0, 20], [50, 20]), box), true);
  assert.equal(runsThrough(line([0, 10], [50, 10]), box), false, 'along the border');
  assert.equal(runsThrough(line([0, 0], [12, 40]), box), false, 'past the corner');
  const arc = flatten(line([0, 0], [0, 10], [10, 20], [20, 20]));
  assert.deepEqual([arc[0], arc.at(-1)], line([0, 0], [20, 20]));
  assert.ok(length(arc) > Math.hypot(20, 20) && length(arc) < 40);
});

test('every violation is seen', () => {
  const graph = {
    groups: [{ id: 'g' }, { id: 'h' }, { id: 'in-g', parent: 'g' }],
    nodes: [
      { id: 'a', group: 'in-g' },
      { id: 'b', group: 'h' },
      { id: 'c' },
      { id: 'd' },
    ],
    edges: [
      { from: 'a', to: 'b', label: 'one' },
      { from: 'c', to: 'd', label: 'two' },
    ],
  };
  const rect = (x, y, w, h) => ({ x, y, w, h });
  const sound = () => ({
    nodes: { a: rect(20, 20, 40, 40), b: rect(220, 20, 40, 40), c: rect(20, 200, 40, 40), d: rect(220, 200, 40, 40) },
    groups: { g: rect(0, 0, 80, 80), 'in-g': rect(10, 10, 60, 60), h: rect(200, 0, 80, 80) },
    edges: [
      { from: 'a', to: 'b', line: line([60, 40], [220, 40]), curved: false, label: rect(100, 30, 40, 16) },
      { from: 'c', to: 'd', line: line([60, 220], [220, 220]), curved: false, label: rect(100, 210, 40, 16) },
    ],
  });
  const figures = measure(graph, sound());
  assert.equal(violations(figures), 0);
  assert.deepEqual([figures.crossings, figures.bends, figures.length], [0, 0, 8]);

  const faults = [
    ['nodeOverlaps', (l) => (l.nodes.d = rect(40, 220, 40, 40))],
    ['nodesInForeignGroups', (l) => (l.nodes.c = rect(210, 65, 40, 40))],
    ['nodesOutsideTheirGroup', (l) => (l.nodes.b = rect(300, 20, 40, 40))],
    ['groupOverlaps', (l) => (l.groups.h = rect(70, 0, 200, 80))],
    ['edgesThroughForeignBoxes', (l) => (l.nodes.c = rect(100, 20, 40, 40))],
    ['edgesThroughForeignGroups', (l) => (l.edges[1].line = line([60, 220], [60, 50], [220, 50], [220, 220]))],
    ['edgesOnOneAnother', (l) => (l.edges[1].line = line([60, 220], [90, 220], [90, 40], [190, 40], [190, 220], [220, 220]))],
    ['labelOverlaps', (l) => (l.edges[1].label = rect(110, 35, 40, 16))],
    ['labelsOnForeignLines', (l) => (l.edges[1].label = rect(140, 30, 40, 16))],
    ['labelsMissing', (l) => (l.edges[1].label = null)],
  ];
  for (const [name, harm] of faults) {
    const layout = sound();
    harm(layout);
    assert.ok(measure(graph, layout)[name] > 0, name);
  }
});
