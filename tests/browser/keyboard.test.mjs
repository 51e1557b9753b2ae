// The main job with the keyboard alone; the focus can always be seen.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { SCREENS, record, saved, settled, visit, workloads } from "./app.mjs";
import { eventually } from "./expect.mjs";

after(close);

/// What has the focus, and whether a person can see that; runs in the page.
function focus() {
  let element = document.activeElement;
  const name = `${element.tagName.toLowerCase()}#${element.id} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 50)}`;
  if (element === document.body || element.tagName === "IFRAME") return { name, seen: true, body: element === document.body };
  // A radio button or a box may be drawn by its label.
  const box = (one) => one.getBoundingClientRect();
  if (element.matches("input[type=radio], input[type=checkbox]")) element = element.closest("label") ?? element;
  const { left, right, top, bottom } = box(element);
  const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top;
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9], [0.05, 0.05]].map(([x, y]) => [left + x * (right - left), top + y * (bottom - top)]);
  const uncovered = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  });
  const drawn = [element, document.activeElement, ...element.querySelectorAll("*")].some((one) => {
    return ["", "::after", "::before"].some((pseudo) => {
      const style = getComputedStyle(one, pseudo || null);
      // A box of a drawing has its ring in its own outline.
      const stroked = one instanceof SVGElement && style.stroke !== "none" && style.strokeWidth === "2.5px";
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none" || stroked;
    });
  });
  return { name, seen: inside && uncovered && drawn, inside, uncovered, drawn, box: [left, top, right, bottom].map(Math.round) };
}

/// What has the focus once what slides or scrolls has come to rest.
async function focused(page) {
  let at;
  for (let count = 0; count < 10; count += 1) {
    at = await page.evaluate(focus);
    if (at.seen) break;
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  }
  return at;
}

/// Presses Tab until something fits; the focus has to be seen all along.
async function tabTo(page, fits, most = 150) {
  const trail = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    assert.ok(at.seen, `the focus can't be seen: ${JSON.stringify(at)}`);
    trail.push(at.name);
    if (await page.evaluate(fits.fn, fits.arg)) return;
  }
  assert.fail(`not reached: ${fits.arg}; went by ${trail.join(" | ")}`);
}

const text = (arg) => ({ arg, fn: (words) => (document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim().startsWith(words) });
const inside = (arg) => ({ arg, fn: (selector) => document.activeElement.closest(selector) !== null });

test("the main job", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t, { acceptDownloads: true }), server);
  await settled(page);
  const heading = async (name) => {
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await eventually(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "H1", `the focus is on ${name}`);
  };
  await tabTo(page, text("Describe your own workload"));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New workload" }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "INPUT", "the focus is in the name");
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await page.waitForURL(/questions/);
  await heading("Workload shape");
  const id = /\/w\/([^/]+)/.exec(page.url())[1];

  await page.keyboard.press("j");
  await page.keyboard.press("1");
  await page.keyboard.press("j");
  await page.keyboard.press("2");
  await page.keyboard.press("j");
  await page.keyboard.press("d");
  await page.keyboard.press("n");
  await eventually(() => page.evaluate(() => document.activeElement.id), (at) => at === "q-longest_step", "`n` goes to the next open question");
  await tabTo(page, inside("#q-longest_step .number"), 4);
  await page.keyboard.type("900 ms");
  await page.keyboard.press("Enter");
  await saved(page);
  const kept = (await record(page, id)).text;
  for (const answer of ["trigger: [http]", "waiting: unknown", "longest_step: 900 ms"]) assert.ok(kept.includes(answer), `${answer} in ${kept}`);

  await page.keyboard.press("Alt+2");
  await page.waitForURL(/verdict/);
  await eventually(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "H1", "the focus is on the verdict");
  await tabTo(page, inside("#flips button"));
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "What is being tried" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("drop what is");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "What is being tried" }).waitFor({ state: "detached" });

  await page.keyboard.press("Alt+3");
  await heading("Architecture");
  await settled(page);
  await tabTo(page, inside(".drawing [tabindex]"));
  const box = await page.evaluate(() => document.activeElement.outerHTML.slice(0, 60));
  await page.keyboard.press("Enter");
  await page.locator(".thing-panel").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".thing-panel").waitFor({ state: "detached" });
  await eventually(() => page.evaluate(() => document.activeElement.outerHTML.slice(0, 60)), (now) => now === box, "the focus is back on the box");

  await page.keyboard.press("Alt+6");
  await heading("Documents");
  await settled(page);
  await tabTo(page, text("Save"));
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.match((await coming).suggestedFilename(), /^by-keyboard/);
});

test("the focus is seen all the way through every screen", async (t) => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 640 }]) {
    const server = await serve(t, await folder(t));
    const page = await enter(await profile(t, { viewport, reducedMotion: "reduce" }), server);
    const { id } = (await workloads(page)).find((one) => one.text.includes("name: Checkout"));
    const hidden = [];
    for (const path of [...SCREENS.map((screen) => `/w/${id}/${screen}`), "/", "/?sort=name", "/knowledge", "/knowledge/rules", "/settings"]) {
      await visit(page, server, path);
      await page.evaluate(() => document.activeElement.blur());
      let last = "";
      for (let count = 0; count < 90; count += 1) {
        await page.keyboard.press("Tab");
        const at = await focused(page);
        if (at.body || at.name.startsWith("iframe")) break;
        if (!at.seen) hidden.push(`${path.replace(id, "…")} at ${viewport.width}: ${JSON.stringify(at)} after ${last}`);
        last = at.name;
      }
    }
    assert.deepEqual(hidden, []);
  }
});

test("dialogs take the focus, and Escape gives it back", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t), server);
  await visit(page, server, "/?sort=name");
  const back = async (name) => {
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await eventually(() => page.evaluate(() => document.activeElement.textContent), (now) => now.startsWith(name), `the focus is back on ${name}`);
  };
  for (const name of ["New workload", "Paste a file"]) {
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    for (let count = 0; count < 12; count += 1) {
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog[open]") !== null), "the focus stays inside");
    }
    await back(name);
  }
  await page.getByRole("button", { name: /^New workload/ }).focus();
  await page.keyboard.press("Control+k");
  await page.locator("dialog[open] input").waitFor();
  await back("New workload");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "What the keys do" });
  await keys.waitFor();
  assert.match(await keys.innerText(), /Find or do anything/);
  await back("New workload");
  // In a field, `?` is a letter.
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("a?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.getByRole("button", { name: "Show all" }).or(page.getByRole("link", { name: "Show all" })).waitFor();
});
