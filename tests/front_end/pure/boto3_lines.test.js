import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { boto3Lines } from "../../../webui/static/app/pure/boto3_lines.js";

test("the lines are Python that makes a client of this station", () => {
  const lines = boto3Lines("https://station:8080", "AKIA2", "s-_3");
  const program = lines.replace(
    "import boto3",
    "import types\nboto3 = types.SimpleNamespace(client=lambda name, **options: (name, options))",
  );
  const output = execFileSync("python3", ["-c", `${program}\nprint(client)`], {
    encoding: "utf-8",
  });
  assert.equal(
    output.trim(),
    "('lookoutvision', {'endpoint_url': 'https://station:8080', 'region_name': 'us-east-1', " +
      "'aws_access_key_id': 'AKIA2', 'aws_secret_access_key': 's-_3'})",
  );
});
