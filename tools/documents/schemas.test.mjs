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

for (const name of readdirSync(golden).filter((name) => name.endsWith(".openapi.json"))) {
  test(name, async () => {
    const document = read(name);
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    // Each example is an instance of the schema that stands beside it.
    const ajv = new Ajv2020.default({ strict: false });
    ajv.addSchema({ $id: "document", ...document });
    for (const [response, { content }] of Object.entries(document.components.responses)) {
      for (const { schema, example } of Object.values(content)) {
        const rebased = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'));
        const validate = ajv.compile(rebased);
        assert.ok(validate(example), `${response}: ${JSON.stringify(validate.errors)}`);
      }
    }
  });
}
