// Debian's Chromium, with a new profile for every test.
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

let shared;

/// The browser, started once for each file of tests.
async function browser() {
  shared ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return shared;
}

/// Ends the browser; for `after` in each file of tests.
export async function close() {
  if (shared) await (await shared).close();
}

/// A profile of its own, with the errors that its pages report. A test that ends with one fails.
export async function profile(test, options = {}) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  context.errors = [];
  context.on("weberror", (error) => context.errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
      context.errors.push(message.text());
    }
  });
  test.after(async () => {
    await context.close();
    if (context.errors.length) throw new Error(`the page reported: ${context.errors.join("\n")}`);
  });
  return context;
}

/// A page that came in by the launch link.
export async function enter(context, server, path = "/") {
  const page = await context.newPage();
  await page.goto(server.link);
  await page.waitForSelector("h1");
  if (path !== "/") await page.goto(server.origin + path);
  await page.waitForSelector("h1");
  return page;
}
