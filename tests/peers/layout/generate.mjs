// Writes the larger graphs: `node layout/generate.mjs`. The same seeds give the same files. What is in
// them is invented, but built as such systems are: small teams' services of a few recurring shapes,
// which call each other now and then and share a bus of events.
import { writeFileSync } from 'node:fs';

/** Numbers between 0 and 1 from a seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// The recurring shapes: nodes as [id, label, service, glyph], edges as [from, to, label, style]. The
// first node is what others call, the one named `out` is what calls others.
const SHAPES = [
  {
    out: 'service',
    nodes: [
      ['api', 'API', 'API Gateway', 'api'],
      ['service', 'Handler', 'AWS Lambda', 'function'],
      ['table', 'Records', 'Amazon DynamoDB', 'table'],
      ['queue', 'Work queue', 'Amazon SQS', 'queue'],
      ['worker', 'Worker', 'AWS Lambda', 'function'],
      ['failed', 'Failed work', 'Amazon SQS', 'dead-letter'],
      ['cache', 'Cache', 'ElastiCache', 'cache'],
    ],
    edges: [
      ['api', 'service', 'invoke', 'sync'],
      ['service', 'table', 'read', 'sync'],
      ['service', 'queue', 'enqueue', 'async'],
      ['queue', 'worker', 'batches', 'async'],
      ['queue', 'failed', 'after 3 tries', 'async'],
      ['worker', 'table', 'write', 'sync'],
      ['service', 'cache', 'look up', 'sync'],
    ],
  },
  {
    out: 'service',
    nodes: [
      ['balancer', 'Load balancer', 'Application LB', 'load-balancer'],
      ['service', 'Service', 'AWS Fargate', 'container'],
      ['database', 'Database', 'Aurora PostgreSQL', 'sql'],
      ['replica', 'Read replica', 'Aurora PostgreSQL', 'sql'],
      ['search', 'Index', 'OpenSearch', 'search'],
      ['files', 'Documents', 'Amazon S3', 'object-store'],
      ['report', 'Reports', 'AWS Fargate', 'container'],
    ],
    edges: [
      ['balancer', 'service', 'HTTP', 'sync'],
      ['service', 'database', 'SQL', 'sync'],
      ['database', 'replica', 'replicate', 'async'],
      ['service', 'search', 'query', 'sync'],
      ['service', 'files', 'store', 'sync'],
      ['report', 'replica', 'SQL', 'sync'],
    ],
  },
  {
    out: 'processor',
    nodes: [
      ['stream', 'Stream', 'Kinesis', 'stream'],
      ['processor', 'Processor', 'AWS Lambda', 'function'],
      ['lake', 'Raw events', 'Amazon S3', 'object-store'],
      ['schedule', 'Every night', 'EventBridge', 'schedule'],
      ['job', 'Roll-up', 'Step Functions', 'workflow'],
      ['facts', 'Facts', 'Amazon Athena', 'analytics'],
      ['alerts', 'Alerts', 'Amazon SNS', 'topic'],
    ],
    edges: [
      ['stream', 'processor', 'records', 'async'],
      ['processor', 'lake', 'append', 'sync'],
      ['schedule', 'job', 'start', 'async'],
      ['lake', 'job', 'read', 'sync'],
      ['job', 'facts', 'write', 'sync'],
      ['processor', 'alerts', 'too many', 'async'],
    ],
  },
];

/** A graph of `cells` of so many nodes, in frames made by `frames`. */
function estate({ title, seed, cells, size, groups, calls, events }) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const node = (id, label, service, glyph, group) => ({ id, label, service, glyph, ...(group && { group }) });
  const nodes = [
    node('web', 'Web users', 'Browser', 'client'),
    node('mobile', 'Mobile users', 'iOS and Android', 'client'),
    node('partners', 'Partners', 'Their systems', 'external'),
    node('edge', 'Edge cache', 'Amazon CloudFront', 'cdn'),
    node('mail', 'E-mail', 'Mail provider', 'external'),
    node('bus', 'Event bus', 'EventBridge', 'event-bus', 'region'),
  ];
  const edges = [];
  const edge = (from, to, label, style) => {
    if (from !== to && !edges.some((one) => one.from === from && one.to === to)) {
      edges.push({ from, to, label, style });
    }
  };
  const placed = cells.map(({ id, name, shape }) => {
    const chosen = SHAPES[shape ?? Math.floor(next() * SHAPES.length)];
    const own = chosen.nodes.slice(0, size);
    const ids = new Set(own.map(([role]) => role));
    for (const [role, label, service, glyph] of own) {
      nodes.push(node(`${id}-${role}`, `${name} ${label.toLowerCase()}`, service, glyph, id));
    }
    for (const [from, to, label, style] of chosen.edges) {
      if (ids.has(from) && ids.has(to)) edge(`${id}-${from}`, `${id}-${to}`, label, style);
    }
    return { in: `${id}-${own[0][0]}`, out: `${id}-${chosen.out}`, shape: chosen };
  });

  edge('web', 'edge', 'HTTPS', 'sync');
  edge('mobile', 'edge', 'HTTPS', 'sync');
  edge('edge', placed[0].in, '/', 'sync');
  edge('partners', placed[1].in, 'HTTPS', 'sync');
  // Most calls go to a neighbour further on, a few go back.
  for (let count = 0; count < calls; count += 1) {
    const at = Math.floor(next() * (placed.length - 1));
    const reach = 1 + Math.floor(next() * next() * 4);
    const to = next() < 0.12 ? at - 1 : at + reach;
    if (placed[to]) edge(placed[at].out, placed[to].in, pick(['GET', 'POST', 'look up', 'reserve', 'check']), 'sync');
  }
  for (let count = 0; count < events; count += 1) {
    const what = pick(['changed', 'created', 'paid', 'sent', 'closed']);
    const at = pick(placed);
    if (next() < 0.5) edge(at.out, 'bus', what, 'async');
    else edge('bus', at.in, what, 'async');
  }
  edge('bus', 'mail', 'notify', 'async');
  return { title, groups, nodes, edges };
}

function platform() {
  const groups = [
    { id: 'account', label: 'Production account', kind: 'cloud' },
    { id: 'region', label: 'Region eu-west-1', kind: 'region', parent: 'account' },
    { id: 'vpc', label: 'VPC 10.2.0.0/16', kind: 'network', parent: 'region' },
  ];
  const cells = [
    ['front', 'Shop', 0, 'region'],
    ['identity', 'Identity', 0, 'region'],
    ['catalogue', 'Catalogue', 1, 'vpc'],
    ['basket', 'Basket', 0, 'region'],
    ['ordering', 'Order', 1, 'vpc'],
    ['payments', 'Payment', 1, 'vpc'],
    ['stock', 'Stock', 0, 'vpc'],
    ['shipping', 'Shipping', 0, 'region'],
    ['insight', 'Insight', 2, 'region'],
  ].map(([id, name, shape, parent]) => {
    groups.push({ id, label: name, kind: 'tier', parent });
    return { id, name, shape };
  });
  return estate({ title: 'Shop platform', seed: 60, cells, size: 6, groups, calls: 18, events: 10 });
}

function holding() {
  const domains = ['Shop', 'Identity', 'Catalogue', 'Basket', 'Order', 'Payment', 'Stock', 'Shipping', 'Returns', 'Loyalty', 'Pricing', 'Finance', 'Support', 'Insight'];
  const tiers = ['Core', 'Back office', 'Feeds'];
  const groups = [{ id: 'region', label: 'Region eu-west-1', kind: 'region' }];
  const cells = domains.flatMap((name) => {
    const domain = name.toLowerCase();
    groups.push({ id: domain, label: `${name} network`, kind: 'network', parent: 'region' });
    return tiers.map((tier) => {
      const id = `${domain}-${tier.toLowerCase().replace(' ', '-')}`;
      groups.push({ id, label: tier, kind: 'tier', parent: domain });
      return { id, name };
    });
  });
  return estate({ title: 'A whole company', seed: 300, cells, size: 7, groups, calls: 80, events: 30 });
}

for (const [name, graph] of [['platform-60', platform()], ['company-300', holding()]]) {
  const list = (items) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  writeFileSync(
    new URL(`../graphs/${name}.json`, import.meta.url),
    `{\n  "title": ${JSON.stringify(graph.title)},\n  "groups": [\n${list(graph.groups)}\n  ],\n  "nodes": [\n${list(graph.nodes)}\n  ],\n  "edges": [\n${list(graph.edges)}\n  ]\n}\n`,
  );
  console.log(`${name}: ${graph.nodes.length} nodes, ${graph.groups.length} groups, ${graph.edges.length} edges`);
}
