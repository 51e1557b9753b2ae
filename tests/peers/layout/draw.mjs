// Layouts drawn alike, so that a person sees the layout and not the style; and sheets of them.
import { bounds } from './geometry.mjs';
import { VIOLATIONS } from './metrics.mjs';
import { Nesting } from './graphs.mjs';

const escaped = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const px = (value) => Math.round(value * 10) / 10;
const box = ({ x, y, w, h }, rest) => `<rect x="${px(x)}" y="${px(y)}" width="${px(w)}" height="${px(h)}" ${rest}/>`;

/** A layout as SVG. */
export function drawn(graph, layout) {
  const nesting = new Nesting(graph);
  const labels = layout.edges.flatMap((edge) => (edge.label ? [edge.label] : []));
  const whole = bounds(
    [...Object.values(layout.nodes), ...Object.values(layout.groups), ...labels],
    layout.edges.flatMap((edge) => edge.line),
  );
  const parts = [];
  const outerFirst = [...(graph.groups ?? [])].sort((a, b) => nesting.outwards(a.id).length - nesting.outwards(b.id).length);
  for (const { id, label } of outerFirst) {
    const rect = layout.groups[id];
    if (!rect) continue;
    parts.push(box(rect, 'class="group" rx="6"'));
    parts.push(`<text class="frame" x="${px(rect.x + 8)}" y="${px(rect.y + 16)}">${escaped(label)}</text>`);
  }
  for (const { id, label, service } of graph.nodes) {
    const { x, y, w, h } = layout.nodes[id];
    parts.push(box(layout.nodes[id], 'class="node" rx="6"'));
    parts.push(`<text x="${px(x + w / 2)}" y="${px(y + h / 2 - 4)}">${escaped(label)}</text>`);
    parts.push(`<text class="service" x="${px(x + w / 2)}" y="${px(y + h / 2 + 12)}">${escaped(service ?? '')}</text>`);
  }
  layout.edges.forEach((edge, at) => {
    const points = edge.line.map((p) => `${px(p.x)},${px(p.y)}`).join(' ');
    parts.push(`<polyline class="${graph.edges[at].style}" points="${points}" marker-end="url(#head)"/>`);
  });
  layout.edges.forEach((edge, at) => {
    if (!edge.label) return;
    parts.push(box(edge.label, 'class="plate"'));
    const { x, y, w, h } = edge.label;
    parts.push(`<text class="label" x="${px(x + w / 2)}" y="${px(y + h / 2 + 4)}">${escaped(graph.edges[at].label)}</text>`);
  });
  const view = [whole.x - 12, whole.y - 12, whole.w + 24, whole.h + 24].map(px);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.join(' ')}" width="${view[2]}" height="${view[3]}">
<style>
text { font: 600 12px sans-serif; text-anchor: middle; fill: #1c2330 }
.service { font-weight: 400; font-size: 10.5px; fill: #5b6472 }
.frame { text-anchor: start; font-size: 11px; fill: #5b6472 }
.label { font-weight: 400; font-size: 11px }
.group { fill: #33518a; fill-opacity: 0.06; stroke: #8a97ab }
.node { fill: #fff; stroke: #4a5568; stroke-width: 1.2 }
.plate { fill: #fff; fill-opacity: 0.85; stroke: #d5dae2; stroke-width: 0.5 }
polyline { fill: none; stroke: #2b6cb0; stroke-width: 1.5 }
.async { stroke: #b7791f; stroke-dasharray: 5 4 }
</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="#2d3748"/></marker></defs>
${parts.join('\n')}
</svg>
`;
}

/** All engines' drawings of a graph on one page. */
export function sheet(title, results, fileOf) {
  const panels = results.map((result) => {
    if (!result.layout) return `<section><h2>${escaped(result.engine)}</h2><p>gave up: ${escaped(result.fault)}</p></section>`;
    const { figures } = result;
    const wrong = VIOLATIONS.filter((name) => figures[name] > 0).map((name) => `${words(name)} ${figures[name]}`);
    const line = `crossings ${figures.crossings} · bends ${figures.bends ?? '–'} · length ${figures.length} · area ${figures.area} · ${time(result.ms)}`;
    return `<section><h2>${escaped(result.engine)}</h2><p>${line}<br><b>${wrong.join(' · ')}</b>&nbsp;</p><img alt="" src="${fileOf(result)}"></section>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
body { font: 14px sans-serif; margin: 24px; color: #1c2330; background: #fff }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 24px }
section { border: 1px solid #d5dae2; padding: 12px; min-width: 0 }
h2 { margin: 0; font-size: 16px } p { margin: 4px 0 12px; color: #5b6472 } b { color: #b3261e; font-weight: 600 }
img { width: 100%; max-height: 720px; object-fit: contain }
</style>
<h1>${escaped(title)}</h1><main>${panels.join('\n')}</main>
`;
}

/** The name of a figure as words. */
export function words(name) {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Milliseconds as people read them. */
export function time(ms) {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
