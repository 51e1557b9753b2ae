// mxGraph, of which draw.io is made, reads every drawing, and it stands where ours stands.
import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { elements, visible, window } from "./dom.mjs";
import { exports, letters } from "./golden.mjs";

const mx = createRequire(import.meta.url)("mxgraph")({ mxBasePath: ".", mxLoadResources: false, mxLoadStylesheets: false });
// Its codec looks its classes up in the page.
for (const [name, value] of Object.entries(mx)) window[name] = globalThis[name] = value;

/// A graph as mxGraph makes it of a file.
function open(text) {
  const file = mx.mxUtils.parseXml(text);
  assert.equal(file.getElementsByTagName("parsererror").length, 0);
  const model = new mx.mxGraphModel();
  new mx.mxCodec(file).decode(file.getElementsByTagName("mxGraphModel")[0], model);
  const graph = new mx.mxGraph(window.document.createElement("div"), model);
  graph.setHtmlLabels(true);
  graph.convertValueToString = (cell) => label(cell);
  graph.view.validate();
  return graph;
}

/// A cell's label, which stands around the cell if it has data of its own.
const label = (cell) => (cell.value?.getAttribute ? cell.value.getAttribute("label") : (cell.value ?? ""));
const close = (a, b, by = 0.05) => Math.abs(a - b) < by;

test("mxGraph reads every drawing, and everything stands where it stood", async (t) => {
  for (const meant of exports("drawio")) {
    await t.test(meant.name, () => {
      const graph = open(meant.text);
      const { model } = graph;
      const cells = Object.values(model.cells);
      const ids = (pattern) => cells.map((cell) => cell.id).filter((id) => pattern.test(id));
      assert.equal(ids(/^n\d+$/).length, meant.nodes.length);
      assert.equal(ids(/^g\d+$/).length, meant.groups.length);
      assert.equal(ids(/^e\d+$/).length, meant.edges.length);
      const parent = (cell) => (cell.parent.id === "1" ? undefined : Number(cell.parent.id.slice(1)));
      const stands = (id, rect, by) => {
        const state = graph.view.getState(model.getCell(id));
        for (const [is, was] of [[state.x, rect.x], [state.y, rect.y], [state.width, rect.w], [state.height, rect.h]]) {
          assert.ok(close(is, was, by), `${id} at ${state.x},${state.y} instead of ${rect.x},${rect.y}`);
        }
      };
      for (const node of meant.nodes) {
        const cell = model.getCell(`n${node.at}`);
        assert.equal(parent(cell), node.home);
        stands(cell.id, meant.scene.nodes[node.at].rect);
        assert.equal(letters(visible(label(cell))), letters(...meant.scene.nodes[node.at].texts.map((text) => text.text)));
        const tooltip = cell.value.getAttribute("tooltip") ?? "";
        assert.ok(letters(tooltip).includes(letters(node.label)) && letters(tooltip).includes(letters(node.service)), tooltip);
      }
      for (const group of meant.groups) {
        const cell = model.getCell(`g${group.at}`);
        assert.equal(parent(cell), group.within);
        const drawn = meant.scene.groups.find((one) => one.id === group.id);
        stands(cell.id, drawn.rect);
        assert.equal(letters(visible(label(cell))), letters(drawn.label?.text ?? ""));
      }
      for (const edge of meant.edges) {
        const cell = model.getCell(`e${edge.at}`);
        assert.deepEqual([cell.source?.id, cell.target?.id], [`n${edge.source}`, `n${edge.target}`]);
        assert.equal(/dashed=1/.test(cell.style), edge.style === "async");
        const was = meant.scene.edges[edge.at];
        const is = graph.view.getState(cell).absolutePoints;
        assert.ok(
          is.length === was.points.length && is.every((point, at) => close(point.x, was.points[at].x) && close(point.y, was.points[at].y)),
          `e${edge.at}: ${JSON.stringify(is.map(({ x, y }) => [x, y]))} instead of ${JSON.stringify(was.points.map(({ x, y }) => [x, y]))}`,
        );
        const says = (cell.children ?? []).map((child) => letters(visible(label(child)))).sort();
        const said = was.label ? [letters(...was.label.lines.map((line) => line.text)), was.label.step ? String(was.label.step.number) : ""] : [];
        assert.deepEqual(says, said.filter((text) => text !== "").sort());
        if (was.label?.step) {
          const { centre, radius } = was.label.step;
          stands(`e${edge.at}-step`, { x: centre.x - radius, y: centre.y - radius, w: 2 * radius, h: 2 * radius }, 0.51); // mxGraph puts what rides on a line on whole pixels.
        }
      }
    });
  }
});

test("a label holds the markup that we wrote and no other", () => {
  const ours = new Set(["b", "br", "span"]);
  for (const meant of exports("drawio")) {
    for (const cell of Object.values(open(meant.text).model.cells)) {
      for (const name of elements(String(label(cell)))) assert.ok(ours.has(name), `<${name}> in ${meant.name}, ${cell.id}`);
    }
  }
});
