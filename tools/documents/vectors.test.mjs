// The generated clients read the generated responses as the service meant them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const golden = new URL("../../tests/documents/golden/", import.meta.url);

for (const name of ["aitbc", "problem", "nested", "json_api", "google"]) {
  const client = await import(`./out/modules/${name}.js`);
  const { httpResponseTests } = JSON.parse(readFileSync(new URL(`${name}.vectors.json`, golden), "utf8"));
  test(name, async () => {
    assert.ok(httpResponseTests.length > 4);
    for (const vector of httpResponseTests) {
      const response = new Response(vector.body, { status: vector.code, headers: vector.headers });
      const result = await client.readResponse(response);
      assert.equal(result.ok, false, vector.id);
      const { error } = result;
      const { params } = vector;
      assert.equal(error.status, vector.code, vector.id);
      assert.equal(error.known, params.known, vector.id);
      assert.equal(error.code, params.code, vector.id);
      assert.equal(error.retryable, params.retryable, vector.id);
      assert.equal(error.retryAfter, params.retryAfter, vector.id);
      if (params.message !== undefined) {
        assert.equal(error.message, params.message, vector.id);
      }
      if (params.details !== undefined) {
        assert.deepEqual(readable(error.details), shown(name, params.details), vector.id);
      }
      assert.equal(client.isErrorCode(vector.params.code), params.known, vector.id);
    }
  });
}

/** AIP-193 has strings alone. */
function shown(name, details) {
  if (name === "google") {
    const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
    return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, text(value)]));
  }
  if (name === "problem") {
    // A detail never takes the place of a standard member.
    const { title, ...others } = details;
    return others;
  }
  return details;
}

function readable(details) {
  return { ...details };
}

test("bodies that are no objects are survived", async () => {
  const client = await import("./out/modules/aitbc.js");
  for (const body of ["", "null", "[]", "1", '"text"', "{", '{"error_code":7}', '{"error_code":"constructor"}']) {
    const result = await client.readResponse(new Response(body, { status: 500 }));
    assert.equal(result.ok, false);
    assert.equal(result.error.known, false, body);
  }
  const { error } = await client.readResponse(new Response('{"error_code":"NEW_CODE","detail":"New","x":1}', { status: 409 }));
  assert.equal(error.code, "NEW_CODE");
  assert.equal(error.message, "New");
  assert.deepEqual(error.details, { x: 1 });
});

test("a success is data, even if it looks like an error", async () => {
  const client = await import("./out/modules/aitbc.js");
  const read = (body) => client.readResponse(new Response(JSON.stringify(body), { status: 200 }));
  assert.deepEqual((await read({ job_id: "job-1" })).data, { job_id: "job-1" });
  assert.equal((await read({ error_code: "JOB_NOT_FOUND" })).ok, true);
  const guide = await import("./out/modules/protocol_guide.js");
  const body = { success: false, error: { code: "WEBHOOK_ALREADY_PROCESSED", message: "Duplicate event" } };
  const processed = await guide.readResponse(new Response(JSON.stringify(body), { status: 200 }));
  assert.equal(processed.ok, false);
  assert.equal(processed.error.code, "WEBHOOK_ALREADY_PROCESSED");
});
