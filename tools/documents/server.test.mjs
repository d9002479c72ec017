// The generated client against the running example.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { request } from "./out/modules/aitbc.js";

const root = new URL("../../", import.meta.url);
let server;
let base;

before(async () => {
  server = spawn("cargo", ["run", "--quiet", "--locked", "--package", "five_services", "--", "serve"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  base = await new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (chunk) => {
      text += chunk;
      const found = /Listening on (http:\/\/[\d.:]+)/.exec(text);
      if (found) resolve(`${found[1]}/aitbc`);
    });
    server.on("exit", (code) => reject(new Error(`the example ended with status ${code}`)));
  });
}, { timeout: 300_000 });

after(() => server?.kill());

const headers = { "x-api-key": "key-1", "x-request-id": "req-7", "content-type": "application/json" };
const submit = (job, key = "key-1") =>
  request(`${base}/v1/jobs`, { method: "POST", headers: { ...headers, "x-api-key": key }, body: JSON.stringify(job) });

test("a success is data", async () => {
  const result = await submit({ prompt: "A poem" });
  assert.equal(result.ok, true);
  assert.equal(result.data.job_id, "job-1");
});

test("an error has its code, message, details and request", async () => {
  const { ok, error } = await submit({ prompt: "A poem", priority: 11 });
  assert.equal(ok, false);
  assert.equal(error.known, true);
  assert.equal(error.code, "VALIDATION_OUT_OF_RANGE");
  assert.equal(error.status, 422);
  assert.deepEqual({ ...error.details }, { field: "priority", min: 1, max: 10 });
  assert.equal(error.requestId, "req-7");
  assert.equal(error.retryable, false);
});

test("a wait is in seconds", async () => {
  const { error } = await submit({ prompt: "A poem" }, "key-hasty");
  assert.equal(error.code, "RATE_LIMIT_EXCEEDED");
  assert.equal(error.retryAfter, 60);
  assert.equal(error.retryable, true);
  assert.deepEqual({ ...error.details }, {});
});

test("an answer that is no error body is an unknown error", async () => {
  const { ok, error } = await request(`${base}/v1/nowhere`);
  assert.equal(ok, false);
  assert.equal(error.known, false);
  assert.equal(error.status, 404);
});
