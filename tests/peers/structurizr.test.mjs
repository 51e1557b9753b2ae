// A Structurizr parser reads every workspace, and what it read is what was meant.
import { test } from "node:test";
import assert from "node:assert/strict";
import { C4Interpreter, StructurizrLexer, StructurizrParser } from "structurizr-parser";
import { clean, exports } from "./golden.mjs";

/// What the DSL has no way to say is written with characters that look alike.
const inert = (text) => clean(text).replaceAll('"', "”").replaceAll("\\", "∖").replaceAll("${", "$ {");

/// The syntax tree of a workspace.
function parse(text) {
  const { tokens, errors } = StructurizrLexer.tokenize(text);
  assert.deepEqual(errors, []);
  StructurizrParser.input = tokens;
  const tree = StructurizrParser.workspaceWrapper();
  assert.deepEqual(StructurizrParser.errors.map((error) => error.message), []);
  return tree;
}

/// Every use of a rule, at any depth.
function all(tree, rule, found = []) {
  for (const [name, children] of Object.entries(tree.children ?? {})) {
    for (const child of children) {
      if (name === rule) found.push(child);
      all(child, rule, found);
    }
  }
  return found;
}

const strings = (node) => (node.children.StringLiteral ?? []).map((token) => token.image.slice(1, -1));
const ids = (node) => (node.children.identifier ?? []).map((token) => token.image);
/// The same name may be given with a number, where Structurizr would refuse it twice.
const numbered = (name) => name.replace(/ \(\d+\)$/, "").replace(/( \(again\))+$/, "");

test("the parser reads every workspace as it was meant", async (t) => {
  for (const meant of exports("structurizr")) {
    await t.test(meant.name, () => {
      const tree = parse(meant.text);
      assert.doesNotThrow(() => C4Interpreter.visit(tree));
      const elements = [...all(tree, "containerSection"), ...all(tree, "softwareSystemSection").filter((node) => ids(node)[0] !== "system")];
      const name = (text) => inert(text) || "Unnamed";
      assert.deepEqual(
        elements.map((node) => [ids(node)[0], numbered(strings(node)[0])]).sort(),
        [...meant.nodes.map((node) => [`n${node.at}`, name(node.label)]), ...meant.strip.map((item, at) => [`s${at}`, name(item.label)])].sort(),
      );
      for (const node of meant.nodes) {
        const said = strings(elements.find((element) => ids(element)[0] === `n${node.at}`));
        assert.ok(said.includes(inert(node.service)), `${node.service} in ${said}`);
      }
      const names = all(tree, "containerSection").map((node) => strings(node)[0].toLowerCase());
      assert.equal(new Set(names).size, names.length, "Structurizr refuses two containers of one name");

      const model = all(tree, "modelSection")[0];
      const arrows = all(model, "explicitRelationship");
      const description = (edge) => {
        const label = inert(edge.label) || (edge.style === "async" ? "sends to" : "calls");
        return edge.step == null ? label : `${edge.step}. ${label}`;
      };
      assert.deepEqual(
        arrows.map((arrow) => [...ids(arrow), numbered(strings(arrow)[0]), strings(arrow).slice(1)]),
        meant.edges.map((edge) => [
          `n${edge.source}`,
          `n${edge.target}`,
          description(edge),
          edge.style === "async" ? ["asynchronous", "Async"] : ["synchronous"],
        ]),
      );
      const said = arrows.map((arrow) => [...ids(arrow), strings(arrow)[0]].join());
      assert.equal(new Set(said).size, said.length, "Structurizr refuses two relationships that say the same");

      // Frames are deployment nodes, each around instances of what stands in it.
      const frames = all(tree, "deploymentNodeSection").filter((node) => ["Cloud", "Region", "Network", "Tier"].includes(strings(node)[3]));
      const instances = (node) => all(node, "containerInstanceSection").flatMap(ids).sort();
      const inside = (home, at) => home !== undefined && (home === at || inside(meant.groups.find((one) => one.at === home)?.within, at));
      for (const group of meant.groups) {
        const members = meant.nodes.filter((node) => inside(node.home, group.at)).map((node) => `n${node.at}`).sort();
        const named = frames.filter((frame) => numbered(strings(frame)[0]) === (inert(group.label) || strings(frame)[3]));
        assert.ok(named.some((frame) => instances(frame).join() === members.join()), group.label);
      }
      assert.equal(instances(tree).length + all(tree, "softwareSystemInstanceSection").length, meant.nodes.length + meant.strip.length);
    });
  }
});
