// The HTML reference in a browser: search, links, keyboard, narrow screens, the dark, and print.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import puppeteer from "puppeteer-core";

const golden = new URL("../../tests/documents/golden/", import.meta.url);
const url = new URL("aitbc.html", golden).href;
const shots = process.env.SHOTS;
const profile = mkdtempSync(join(tmpdir(), "errcode-page-"));
let browser;
let page;

before(async () => {
  if (shots) mkdirSync(shots, { recursive: true });
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    userDataDir: profile,
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
});

beforeEach(async () => {
  page = await browser.newPage();
});

afterEach(() => page.close());

after(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true });
});

const shot = (name) => shots && page.screenshot({ path: join(shots, `${name}.png`) });
const open = async (target = url, size = { width: 1100, height: 900 }) => {
  await page.setViewport(size);
  await page.goto(target);
};
const shown = () =>
  page.$$eval("article", (articles) => articles.filter((a) => a.checkVisibility()).map((a) => a.id));
const search = async (text) => {
  await page.$eval("search input", (input) => input.select());
  await page.focus("search input");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};

test("nothing is requested but the page, and nothing fails", async () => {
  const requests = [];
  const problems = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => problems.push(message.text()));
  await open();
  assert.deepEqual(requests, [url]);
  assert.deepEqual(problems, []);
});

test("the search finds codes, texts and statuses", async () => {
  await open();
  assert.equal((await shown()).length, 31);
  await search("job_exp");
  assert.deepEqual(await shown(), ["JOB_EXPIRED"]);
  await search("x-api-key");
  assert.deepEqual(await shown(), ["AUTH_MISSING_KEY"]);
  await search("429 upgrade");
  assert.deepEqual(await shown(), ["RATE_QUOTA_EXCEEDED"]);
  assert.equal(await page.$eval("[role=status]", (count) => count.textContent), "1 of 31 codes");
  assert.equal(await page.$$eval("section", (all) => all.filter((s) => s.checkVisibility()).length), 1);
  await shot("search");
  await search("no such thing");
  assert.deepEqual(await shown(), []);
  await search("");
  assert.equal((await shown()).length, 31);
});

test("a link leads to its code, also out of a search", async () => {
  await open(`${url}#SYSTEM_OVERLOADED`);
  const inView = (id) => page.$eval(`#${id}`, (article) => {
    const { top, bottom } = article.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(await inView("SYSTEM_OVERLOADED"));
  await shot("target");
  await search("auth");
  await page.evaluate(() => { location.hash = "#JOB_EXPIRED"; });
  await page.waitForFunction(() => document.getElementById("JOB_EXPIRED").checkVisibility());
  assert.ok(await inView("JOB_EXPIRED"));
  await open();
  await page.focus("article#MINER_OFFLINE h3 a");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#MINER_OFFLINE");
});

test("the keyboard reaches everything", async () => {
  await open();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  await page.keyboard.type("gone");
  assert.equal(await page.$eval("search input", (input) => input.value), "gone");
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval("search input", (input) => input.value), "");
});

test("the page has landmarks and names", async () => {
  await open();
  const { children } = await page.accessibility.snapshot({ interestingOnly: false });
  const roles = new Set();
  const walk = (node) => { roles.add(node.role); node.children?.forEach(walk); };
  children.forEach(walk);
  for (const role of ["banner", "main", "navigation", "search", "searchbox", "region", "article", "heading"]) {
    assert.ok(roles.has(role), `${role} of ${[...roles]}`);
  }
  assert.equal(await page.$eval("html", (html) => html.lang), "en");
});

test("without script everything can be read", async () => {
  await page.setJavaScriptEnabled(false);
  await open();
  assert.equal(await page.$$eval("article", (all) => all.length), 31);
  assert.equal(await page.$eval("search", (search) => search.checkVisibility()), false);
});

/** The least contrast of text with what is behind it (WCAG 2). */
const contrast = () => page.evaluate(() => {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => ((c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const texts = [...document.querySelectorAll("body *")].filter(
    (e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()),
  );
  return Math.min(...texts.map((e) => {
    const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(behind(e))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
});

for (const scheme of ["light", "dark"]) {
  test(`texts can be read in the ${scheme}`, async () => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await open(`${url}#JOB_EXPIRED`);
    assert.ok(await contrast() >= 4.5, String(await contrast()));
    await shot(scheme);
  });
}

for (const name of ["aitbc", "every_kind"]) {
  test(`${name} fits a phone`, async () => {
    await page.emulateMediaFeatures([]);
    await open(new URL(`${name}.html`, golden).href, { width: 320, height: 700, isMobile: true, deviceScaleFactor: 2 });
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    await shot(`phone-${name}`);
  });
}

test("print has the codes and no controls", async () => {
  await open();
  await page.emulateMediaType("print");
  assert.equal(await page.$eval("search", (search) => search.checkVisibility()), false);
  assert.equal((await shown()).length, 31);
  assert.ok((await page.pdf()).length > 10_000);
  await page.emulateMediaType("screen");
});
