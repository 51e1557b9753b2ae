// No violation of WCAG 2.2 AA that axe can find: on every route, light and dark, empty and full, and
// with each dialog open. What axe calls a best practice is printed.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import axe from "axe-core";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { PLACES, SCREENS, api, begin, record, settled, visit, workloads } from "./app.mjs";

const MUST = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

after(close);

for (const theme of ["light", "dark"]) {
  test(`full, ${theme}`, async (t) => {
    const { server, page, look, done } = await start(t, theme);
    await look("welcome", "/");
    const full = (await workloads(page)).find((one) => one.text.includes("name: Checkout"));
    for (const screen of SCREENS) await look(screen, `/w/${full.id}/${screen}`);
    for (const query of ["section=all", "section=review", "section=all&open=1"]) await look(`questions ${query}`, `/w/${full.id}/questions?${query}`);
    for (const [name, path] of Object.entries(PLACES)) await look(name, path);
    await visit(page, server, "/knowledge");
    const kinds = await page.locator('main a[href^="/knowledge/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href").split("/")[2].split("?")[0]))]);
    for (const kind of kinds) {
      await look(`knowledge: ${kind}`, `/knowledge/${kind}`);
      const entry = page.locator(`main a[href^="/knowledge/${kind}/"]`).first();
      if (await entry.count()) await look(`knowledge: one of ${kind}`, await entry.getAttribute("href"));
    }
    await look("no such entry", "/knowledge/rules/no-such-rule");
    await look("no such workload", "/w/nothing/verdict");
    done();
  });

  test(`opened on the screens, ${theme}`, async (t) => {
    const { server, page, look, done } = await start(t, theme);
    const full = (await workloads(page)).find((one) => one.text.includes("name: Checkout"));
    await visit(page, server, `/w/${full.id}/verdict`);
    await page.locator("#evidence details > summary").first().click();
    await page.getByRole("button", { name: /^Try / }).first().click();
    await look("verdict, a rule open and a change tried");
    await visit(page, server, `/w/${full.id}/questions`);
    const field = page.locator("fieldset.question").first();
    await field.getByRole("button", { name: "Why we ask" }).click();
    await field.getByRole("button", { name: /note, owner or evidence/ }).click();
    await page.locator(".number input").first().fill("seven");
    await page.locator(".number input").first().press("Enter");
    await look("questions, a reason, remarks and a mistake");
    await visit(page, server, `/w/${full.id}/architecture`);
    await page.locator(".drawing [data-key], .drawing [tabindex]").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".thing-panel").waitFor();
    await look("architecture, a box");
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator("main .menu > summary").first().click();
    await look("architecture, the menu");
    await visit(page, server, `/w/${full.id}/trade-offs`);
    await page.locator("details.trade-off > summary").first().click();
    await page.locator("details.trade-off[open]").getByLabel(/^Accept/).check();
    await look("trade-offs, one decided");
    await visit(page, server, `/w/${full.id}/checklists`);
    await page.locator("li.check details > summary").first().click();
    await look("checklists, an item open");
    await visit(page, server, `/w/${full.id}/documents`);
    await page.locator("main .menu > summary").first().click();
    await look("documents, the menu");
    await visit(page, server, "/?sort=name");
    await page.getByRole("button", { name: /^What to do with/ }).first().click();
    await look("workloads, the menu of a row");
    done();
  });

  test(`dialogs, ${theme}`, async (t) => {
    const { server, page, look, done } = await start(t, theme);
    const dialog = async (name) => {
      await page.locator("dialog[open]").waitFor();
      await look(name);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    };
    const full = (await workloads(page)).find((one) => one.text.includes("name: Checkout"));
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open] input").fill("work");
    await dialog("palette");
    await page.keyboard.press("?");
    await dialog("keys");
    await page.getByRole("button", { name: /^(Describe your own|New) workload/ }).click();
    await page.getByRole("button", { name: "Begin with the questions" }).click();
    await dialog("new workload, without a name");
    await page.getByRole("button", { name: "Paste a file…" }).click();
    await page.locator("dialog[open] textarea").fill("plumbline: 1\nname: 7\nanswers: {x: y}");
    await page.getByRole("button", { name: "Add it" }).click();
    await dialog("paste, with a mistake");
    await archive(page, full.id);
    await visit(page, server, "/?archived=1");
    await page.getByRole("button", { name: /^What to do with/ }).first().click();
    await page.getByRole("button", { name: "Delete…" }).click();
    await dialog("delete");
    await archive(page, full.id, false);
    await visit(page, server, `/w/${full.id}/questions`);
    await page.getByRole("button", { name: /parts…/ }).click();
    await dialog("parts");
    await visit(page, server, `/w/${full.id}/compare`);
    await page.getByRole("button", { name: /^Keep this version/ }).first().click();
    await dialog("keep a version");
    await visit(page, server, `/w/${full.id}/questions`);
    await conflict(page, full.id);
    await page.getByRole("dialog", { name: "Changed in two windows" }).waitFor();
    await look("conflict");
    done();
  });

  test(`empty, ${theme}`, async (t) => {
    const { server, page, look, done } = await start(t, theme);
    await visit(page, server, "/?sort=name");
    const id = await begin(page, "Nothing answered yet");
    for (const screen of SCREENS) await look(`${screen}, nothing answered`, `/w/${id}/${screen}`);
    await look("search without a result", "/?find=zzz");
    for (const one of await workloads(page)) await archive(page, one.id);
    await look("all archived", "/");
    for (const one of await workloads(page)) await api(page, `/api/workloads/${one.id}`, "DELETE");
    await look("none left", "/");
    done();
  });
}

/// A page with axe in it, and the list of what was found.
async function start(t, theme) {
  const server = await serve(t, await folder(t));
  const context = await profile(t, { colorScheme: theme, reducedMotion: "reduce", bypassCSP: true });
  const page = await enter(context, server);
  await settled(page);
  const found = [];
  const look = async (name, path) => {
    if (path) await visit(page, server, path);
    await settled(page);
    // What has scrolled under the bar at the top stands too near to the bar's own links.
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.evaluate(`window.axe || (() => {${axe.source}})()`);
    const { violations, passes } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), [...MUST, "best-practice"]);
    assert.ok(passes.length > 15, `axe looked at ${name}`);
    for (const { id, tags, help, nodes } of violations) {
      const where = nodes.map((node) => `${node.target.join(" ")}  ${node.html.slice(0, 160)}  ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`);
      const said = `${name}: ${id}: ${help}\n    ${where.slice(0, 4).join("\n    ")}${where.length > 4 ? `\n    and ${where.length - 4} more` : ""}`;
      if (tags.some((tag) => MUST.includes(tag))) found.push(said);
      else t.diagnostic(`best practice: ${said}`);
    }
  };
  const done = () => assert.equal(found.length, 0, `${found.length} violations:\n${found.join("\n")}`);
  return { server, page, look, done };
}

/// Puts a workload away, or back.
const archive = (page, id, archived = true) => api(page, `/api/workloads/${id}/archived`, "PUT", archived);

/// A change from elsewhere, and another one here before that is noticed.
async function conflict(page, id) {
  const { revision, text } = await record(page, id);
  const other = text.replace(/^name: .*$/m, "name: Renamed elsewhere");
  await page.route("**/api/workloads/*/vitals", (route) => route.abort());
  await api(page, `/api/workloads/${id}`, "PUT", { revision, moves: [{ do: { name: "Rename", text: other } }] });
  await page.locator("#q-trigger .pick", { hasText: "A schedule" }).click();
}
