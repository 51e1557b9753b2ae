// Workload files out of the portfolio and into it again, by each way in.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { close, enter, profile } from "./browser.mjs";
import { PROGRAM, folder, serve } from "./server.mjs";
import { api, settled, visit, workloads } from "./app.mjs";

const run = promisify(execFile);
const BROKEN = "plumbline: 1\nname: Half a file\nanswers:\n  waiting: persn\n";

after(close);

/// The portfolio as a table.
async function portfolio(t) {
  const data = await folder(t);
  const server = await serve(t, data);
  const page = await enter(await profile(t, { acceptDownloads: true }), server);
  await visit(page, server, "/?sort=name");
  return { server, page, data };
}

/// What the menu of a row does.
async function menu(page, row, entry) {
  await page.getByRole("button", { name: `What to do with ${row}`, exact: true }).click();
  await page.locator("#row-menu").getByRole("button", { name: entry }).click();
}

/// Exports a workload by the menu of its row; returns the file's name and text.
async function exported(page, row) {
  const coming = page.waitForEvent("download");
  await menu(page, row, "Export the file");
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const named = async (page, name) => (await workloads(page)).filter((one) => one.text.includes(`name: ${name}\n`));
const said = (page) => page.locator(".import-report, dialog[open]");

test("a file that was exported comes in again with the same text, by each way in", async (t) => {
  const { server, page, data } = await portfolio(t);
  const { name, text } = await exported(page, "Checkout");
  assert.equal(name, "checkout.workload.yaml");
  const [first] = await named(page, "Checkout");
  assert.equal(text, first.text);

  await menu(page, "Checkout", "Archive");
  await page.getByRole("link", { name: "Archived 1" }).click();
  await menu(page, "Checkout", "Delete…");
  await page.getByRole("button", { name: "Delete Checkout" }).click();
  await page.getByText("Nothing is archived.").waitFor();
  assert.equal((await named(page, "Checkout")).length, 0);

  const path = join(data, "..", `${Date.now()}-${name}`);
  await writeFile(path, text);
  const ways = {
    "by choosing it": async () => {
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Import files…" }).click();
      await (await choosing).setFiles(path);
    },
    "by dropping it": () => drop(page, [[name, text]]),
    "by pasting it": async () => {
      await page.getByRole("button", { name: "Paste a file…" }).click();
      await page.getByRole("dialog").getByLabel("The file, in YAML").fill(text);
      await page.getByRole("dialog").getByRole("button", { name: "Add it" }).click();
    },
  };
  for (const [way, bring] of Object.entries(ways)) {
    await visit(page, server, "/?sort=name");
    const before = (await named(page, "Checkout")).length;
    await bring();
    await page.waitForURL(/\/w\/[^/]+\/verdict/);
    await settled(page);
    const now = await named(page, "Checkout");
    assert.equal(now.length, before + 1, way);
    for (const one of now) assert.equal(one.text, text, way);
  }

  const { stdout } = await run(PROGRAM, ["assess", path]);
  assert.match(stdout, /Takes orders of a web shop/);
});

test("a broken file is refused with its place, and the good one beside it is taken in", async (t) => {
  const { page } = await portfolio(t);
  const { text } = await exported(page, "Image thumbnails");
  const good = text.replace("name: Image thumbnails", "name: Thumbnails again");
  await drop(page, [["half.workload.yaml", BROKEN], ["good.workload.yaml", good]]);
  const report = said(page);
  await report.getByText("1 of 2 files added").waitFor();
  const words = await report.innerText();
  assert.match(words, /half\.workload\.yaml was not added[^]*\.yaml:4:12/, "the file and the line");
  assert.match(words, /waiting: persn/, "the text");
  assert.match(words, /\^{2,}|~{2,}/, "underlined");
  assert.match(words, /person/, "what it may have been");
  assert.equal((await named(page, "Thumbnails again")).length, 1);
  assert.equal((await named(page, "Half a file")).length, 0);
  await page.getByRole("row", { name: /Thumbnails again/ }).waitFor();
  await report.getByRole("button", { name: "Put this away" }).click();
  await report.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Paste a file…" }).click();
  await page.getByRole("dialog").getByLabel("The file, in YAML").fill(BROKEN);
  await page.getByRole("dialog").getByRole("button", { name: "Add it" }).click();
  await page.getByRole("dialog").getByText("waiting: persn").waitFor();
  assert.equal(await page.getByRole("dialog").getByLabel("The file, in YAML").inputValue(), BROKEN, "nothing that was pasted is lost");
});

test("a file that is no workload at all is refused in words", async (t) => {
  const { page } = await portfolio(t);
  const before = (await workloads(page)).length;
  await drop(page, [["picture.yaml", "\u0000\u0001PNG"], ["empty.yaml", ""]]);
  await said(page).getByText("0 of 2 files added").waitFor();
  assert.equal((await workloads(page)).length, before);
});

test("a copy is a workload of its own", async (t) => {
  const { server, page } = await portfolio(t);
  await menu(page, "Checkout", "Duplicate");
  await page.getByRole("link", { name: "Copy of Checkout" }).waitFor();
  const [copy] = await named(page, "Copy of Checkout");
  const [first] = await named(page, "Checkout");
  assert.notEqual(copy.id, first.id);
  assert.ok(copy.text.includes("Ten times the usual load in the first hour of a sale."), "notes come along");
  const row = (name) => page.getByRole("row", { name }).locator("td").evaluateAll((cells) => cells.slice(0, 3).map((cell) => cell.innerText));
  await settled(page);
  assert.deepEqual(await row(/^Copy of Checkout/), await row(/^Checkout/), "the same verdict");
  await api(page, `/api/workloads/${copy.id}/archived`, "PUT", true);
  await visit(page, server, "/?archived=1");
  await menu(page, "Copy of Checkout", "Put back");
  await page.getByText("Nothing is archived.").waitFor();
});

/// Drops files on the page, as from a file manager.
async function drop(page, files) {
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name, { type: "application/yaml" }));
    return data;
  }, files);
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.locator(".drop-zone").waitFor();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}
