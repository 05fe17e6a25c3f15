// Python code that a person pastes into a program of Lookout for Vision's users.

/**
 * How a client of boto3 is made for this station.
 * @param {string} endpoint such as "https://station:8080"
 * @param {string} keyId
 * @param {string} secret
 */
export function boto3Lines(endpoint, keyId, secret) {
  return [
    "import boto3",
    "",
    "client = boto3.client(",
    '    "lookoutvision",',
    `    endpoint_url="${endpoint}",`,
    '    region_name="us-east-1",',
    `    aws_access_key_id="${keyId}",`,
    `    aws_secret_access_key="${secret}",`,
    ")",
  ].join("\n");
}
