// The papers of one page are one page of A4 from a browser, whatever the workload.
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";

import { close, profile } from "./browser.mjs";
import { expect } from "./expect.mjs";
import { PROGRAM, folder } from "./server.mjs";

after(close);

const ROOT = new URL("../../", import.meta.url).pathname;
const KINDS = ["one-pager", "lock-in"];
/// One in this many golden workloads: all of them take minutes. `ALL_PAPERS=1` prints all.
const EVERY = process.env.ALL_PAPERS ? 1 : 4;

/// Examples and golden workloads, a sample of them spread over the folder.
async function workloads() {
  const found = [];
  for (const [folder, every] of [["examples", 1], ["tests/golden/cases", EVERY], ["tests/golden/shown", EVERY]]) {
    const names = (await readdir(join(ROOT, folder))).filter((name) => name.endsWith(".workload.yaml")).sort();
    found.push(...names.filter((_, at) => at % every === 0).map((name) => join(ROOT, folder, name)));
  }
  return found;
}

/// A workload whose every name is as long as it may be, of many parts.
function hostile() {
  const name = (letter) => `${letter} <b>&amp; | *x* ${"Wagenladung ".repeat(40)}`.slice(0, 180);
  const part = (at) => `  - id: p${at}\n    name: ${JSON.stringify(name(at))}\n    answers: {trigger: ${at % 2 ? "http" : "queue"}, longest_step: ${at} h}\n`;
  const parts = Array.from({ length: 9 }, (_, at) => part(at + 1)).join("");
  return `plumbline: 1\nname: ${JSON.stringify(name("W"))}\nsummary: ${JSON.stringify("Long. ".repeat(60))}\nanswers: {provider: aws}\nparts:\n${parts}`;
}

async function written(file, kind, out) {
  await promisify(execFile)(PROGRAM, ["report", file, "--kind", kind, "--format", "html", "--date", "2026-11-21", "-o", out]);
}

test("papers of one page are one page", { timeout: 600_000 }, async (t) => {
  const out = await folder(t);
  const context = await profile(t);
  const page = await context.newPage();
  const long = join(out, "long.workload.yaml");
  await writeFile(long, hostile());
  const files = [...(await workloads()), long];
  expect(files.length >= 12, "there are workloads to print");
  for (const kind of KINDS) {
    for (const file of files) {
      const name = file.split("/").at(-1).replace(".workload.yaml", "");
      const paper = join(out, `${name}-${kind}.html`);
      await written(file, kind, paper);
      await page.goto(`file://${paper}`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages === 1, `${name}: the ${kind} has ${pages} pages`);
    }
  }
  // The check itself: a review is no page.
  const review = join(out, "review.html");
  await written(files[0], "review", review);
  await page.goto(`file://${review}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g).length > 3, "a review has many pages");
  expect((await readFile(review, "utf8")).includes("<html lang="), "a page says its language");
});
