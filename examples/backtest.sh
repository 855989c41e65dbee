#!/usr/bin/env bash
# Submits a backtest, waits for its end and prints its trades. Needs curl and jq.
#
#   examples/backtest.sh [--url URL] [--key KEY] [REQUEST]
#
# REQUEST is the JSON of a submission; what it leaves out has a default, so {} is one. URL and KEY may also stand in
# GAMMA_URL and GAMMA_KEY. Exit status: 0 done, 1 failed or refused, 2 called wrongly.
set -euo pipefail

url=${GAMMA_URL:-http://127.0.0.1:8080}
key=${GAMMA_KEY:-}
request='{}'

fail() {
  echo "${0##*/}: $2" >&2
  exit "$1"
}

while (($#)); do
  case $1 in
    --url=* | --key=*)
      option=${1%%=*}
      declare "${option#--}=${1#*=}"
      ;;
    --url | --key)
      (($# > 1)) || fail 2 "$1 needs a value"
      declare "${1#--}=$2"
      shift
      ;;
    --help)
      sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
      exit
      ;;
    -*) fail 2 "there is no option $1, see --help" ;;
    *)
      [[ -z ${given:-} ]] || fail 2 "more than one request"
      given=yes
      request=$1
      ;;
  esac
  shift
done
address='^https?://(\[[0-9A-Fa-f:.]+\]|[^][/?#:]+)(:[0-9]+)?(/.*)?$'
[[ $url =~ $address ]] || fail 2 "--url: $url is no address, write one such as http://127.0.0.1:8080"
url=${url%/}
for tool in curl jq; do
  command -v "$tool" >/dev/null || fail 1 "needs $tool"
done

# Prints the body of an answer: METHOD PATH [BODY]. Of a refusal, says what was wrong.
call() {
  local answer status
  answer=$(curl -sS --max-time 60 -X "$1" "$url$2" -w '\n%{http_code}' \
    -H @<([[ -z $key ]] || echo "Authorization: Bearer $key") \
    -H 'Content-Type: application/json' ${3+--data-binary "$3"}) || fail 1 "$url does not answer"
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [[ $status != 2?? ]]; then
    jq -r '"\(.status) \(.code): \(.detail)", (.errors[] | "  \(.pointer): \(.message)")' <<<"$answer" >&2 2>/dev/null ||
      echo "$answer" >&2
    fail 1 "$1 $url$2 was answered with $status"
  fi
  jq -e . <<<"$answer" >/dev/null 2>&1 || fail 1 "$url$2 is answered by something else than gamma-replay"
  echo "$answer"
}

job=$(call POST /api/v1/backtests "$request")
links=$(jq .links <<<"$job")
while jq -e '.finishedAt == null' <<<"$job" >/dev/null; do
  sleep 0.5
  job=$(call GET "$(jq -r .self <<<"$links")")
done
if ! jq -e '.status == "SUCCEEDED"' <<<"$job" >/dev/null; then
  fail 1 "$(jq -r '"the job \(.id) ended \(.status)\(if .error then ", " + .error.code + ": " + .error.detail else "" end)"' <<<"$job")"
fi

printf '%s\t' no. session check index strategy credit exit qty P\&L
echo 'exit reason'
cursor=
while [[ $cursor != null ]]; do
  page=$(call GET "$(jq -r .trades <<<"$links")${cursor:+?cursor=$cursor}")
  jq -r '.items[] | [.number, .session, .checkTime, .index, .strategy, .credit, .exitValue, .contracts, .pnl, .exitReason]
    | @tsv' <<<"$page"
  cursor=$(jq -r .next <<<"$page")
done
jq -r '.headline | "trades \(.trades), won \(.wins), total P&L \(.totalPnl)"' <<<"$job"
call GET "$(jq -r .result <<<"$links")" | jq -r '.warnings[] | "\(.code): \(.message)"' >&2
