#!/bin/sh
# A client of the cancel with curl and jq: run --client "sh examples/clients/client.sh"
# One JSON object a line on standard input, one on standard output.

files=$(mktemp -d) && trap 'rm -rf "$files"' EXIT

# The call as variables of this shell, quoted. An id is one segment of the path, whatever characters it has.
CALL='@sh "call=\(.call) token=\(.accessToken) seconds=\(.timeoutMs / 1000) notification=\(.notification | tojson)
  url=\(.baseUrl)/v2/invoicing/invoices/\(.invoiceId | @uri)/cancel"'

# What the service said, in the published form. Anything may stand in a body: what is no JSON object is left out.
OUTCOME='
  def text: if type == "string" then . else null end;
  def given: with_entries(select(.value != null));
  def header($name): [
    $headers | split("\n")[] | select(ascii_downcase | startswith("\($name):"))
    | .[($name | length) + 1:] | gsub("^\\s+|\\s+$"; "")
  ] | last;
  ([$body | fromjson? | select(type == "object")] | first) as $error
  | { call: $call, outcome: (
      if $status == 204 then { ok: true } else {
        ok: false,
        kind: (
          if $status == 401 then "unauthorized" elif $status == 429 then "rate-limited"
          elif $error == null then "unreadable" elif $status >= 400 and $status < 500 then "refused"
          else "failed" end
        ),
        status: $status,
        message: "The cancel was answered \($status)",
        name: ($error.name? | text),
        issues: ($error.details? | if type == "array" then
          [.[] | select(.issue? | type == "string") | { issue, field: (.field | text) } | given]
        else null end),
        debugId: (($error.debug_id? | text) // header("paypal-debug-id")),
        retryAfter: (header("retry-after") | tonumber? // null)
      } | given end
    ) }'

no_answer() { # the exit code of curl; its 28 is a time-out
  kind=network
  [ "$1" = 28 ] && kind=timeout
  printf '{"call":%s,"outcome":{"ok":false,"kind":"%s","message":"No whole answer came (curl %s)"}}\n' "$call" "$kind" "$1"
}

while IFS= read -r line; do
  eval "$(printf '%s' "$line" | jq --raw-output "$CALL")"
  printf '%s' "$notification" >"$files/notification"
  : >"$files/body"
  # The token goes by standard input: arguments of a process can be read by everybody. No redirect is followed.
  status=$(
    printf 'header = "Authorization: Bearer %s"\n' "$token" |
      curl --config - --silent --request POST --header 'Content-Type: application/json' \
        --data-binary "@$files/notification" --max-time "$seconds" \
        --dump-header "$files/headers" --output "$files/body" --write-out '%{http_code}' "$url"
  )
  code=$?
  if [ "$code" != 0 ]; then
    no_answer "$code"
    continue
  fi
  jq --null-input --compact-output --rawfile body "$files/body" --rawfile headers "$files/headers" \
    --argjson call "$call" --argjson status "$status" "$OUTCOME"
done
