// The JSON documents against the published schema, and the OpenAPI documents against OpenAPI's own.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";

const golden = new URL("../../tests/documents/golden/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, golden), "utf8"));
const schema = JSON.parse(readFileSync(new URL("../../src/documents/catalog.schema.json", import.meta.url), "utf8"));

for (const name of ["aitbc.json", "every_kind.json", "hostile.json"]) {
  test(name, () => {
    const validate = new Ajv2020.default({ strict: true }).compile(schema);
    assert.ok(validate(read(name)), JSON.stringify(validate.errors));
    const broken = read(name);
    broken.codes[0].status = "404";
    assert.ok(!validate(broken));
  });
}

// The components of a catalog, and the document of a service that utoipa makes.
const service = new URL("../../tests/fixtures/utoipa/service.openapi.json", import.meta.url);
const components = readdirSync(golden).filter((name) => name.endsWith(".openapi.json"));
for (const url of [...components.map((name) => new URL(name, golden)), service]) {
  test(url.pathname.split("/").at(-1), async () => {
    const document = read(url);
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    // Each example is an instance of the schema that stands beside it.
    const ajv = new Ajv2020.default({ strict: false });
    ajv.addSchema({ $id: "document", ...document });
    let seen = 0;
    for (const [name, { content }] of responses(document)) {
      for (const { schema, example, examples = {} } of Object.values(content ?? {})) {
        const rebased = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'));
        const validate = ajv.compile(rebased);
        const values = Object.values(examples).map(({ value }) => value);
        for (const value of example === undefined ? values : [example, ...values]) {
          seen += 1;
          assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors)}`);
        }
      }
    }
    assert.ok(seen > 0);
  });
}

/** The responses of a document, each with a name. */
function* responses({ components, paths }) {
  yield* Object.entries(components.responses);
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (!("$ref" in response)) yield [`${method} ${path} ${status}`, response];
      }
    }
  }
}
