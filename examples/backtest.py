#!/usr/bin/env python3
"""Submits a backtest, waits for its end and prints its trades. Needs Python 3.8 and nothing else.

Exit status: 0 done, 1 failed or refused, 2 called wrongly.
"""

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request

COLUMNS = ["number", "session", "checkTime", "index", "strategy", "credit", "exitValue", "contracts", "pnl", "exitReason"]


class Refused(Exception):
    """An answer that is no success, with its problem (RFC 9457)."""


class Service:
    def __init__(self, url, key):
        self.url = url.rstrip("/")
        self.headers = {"Content-Type": "application/json"}
        if key:
            self.headers["Authorization"] = "Bearer " + key

    def call(self, path, body=None):
        """The JSON of an answer; with a body, of a POST."""
        data = None if body is None else body.encode("utf-8")
        request = urllib.request.Request(self.url + path, data, self.headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except json.JSONDecodeError:
            raise Refused(f"{request.full_url} is answered by something else than gamma-replay") from None
        except urllib.error.HTTPError as e:
            raise Refused(f"{request.get_method()} {request.full_url} was answered with {e.code}\n"
                          + explained(e.read().decode("utf-8", "replace"))) from None


def explained(text):
    try:
        problem = json.loads(text)
        lines = [f"{problem['status']} {problem['code']}: {problem['detail']}"]
        return "\n".join(lines + [f"  {error['pointer']}: {error['message']}" for error in problem["errors"]])
    except (ValueError, KeyError, TypeError):
        return text


def finished(service, job):
    while job["finishedAt"] is None:
        time.sleep(0.5)
        job = service.call(job["links"]["self"])
    if job["status"] != "SUCCEEDED":
        error = job["error"]
        raise Refused(f"the job {job['id']} ended {job['status']}"
                      + (f", {error['code']}: {error['detail']}" if error else ""))
    return job


def trades(service, job):
    cursor = ""
    while cursor is not None:
        page = service.call(job["links"]["trades"] + (f"?cursor={cursor}" if cursor else ""))
        yield from page["items"]
        cursor = page["next"]


def run(service, request):
    job = finished(service, service.call("/api/v1/backtests", request))
    print(*COLUMNS, sep="\t")
    for trade in trades(service, job):
        print(*(trade[column] for column in COLUMNS), sep="\t")
    headline = job["headline"]
    print(f"trades {headline['trades']}, won {headline['wins']}, total P&L {headline['totalPnl']}")
    for warning in service.call(job["links"]["result"])["warnings"]:
        print(f"{warning['code']}: {warning['message']}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default=os.environ.get("GAMMA_URL", "http://127.0.0.1:8080"), help="or GAMMA_URL")
    parser.add_argument("--key", default=os.environ.get("GAMMA_KEY"), help="or GAMMA_KEY")
    parser.add_argument("request", nargs="?", default="{}", help="JSON of a submission; what it leaves out has a default")
    arguments = parser.parse_args()
    if not arguments.url.startswith(("http://", "https://")):
        parser.error("--url: must begin with http:// or https://")
    if arguments.key and not (arguments.key.isascii() and arguments.key.isprintable()):
        parser.error("--key: has characters that no key has")
    try:
        run(Service(arguments.url, arguments.key), arguments.request)
    except Refused as e:
        sys.exit(f"{parser.prog}: {e}")
    except (urllib.error.URLError, OSError) as e:
        sys.exit(f"{parser.prog}: {arguments.url} does not answer: {e}")


if __name__ == "__main__":
    main()
