#!/usr/bin/env python3
"""Submits a backtest, waits for its end and prints its trades. Needs Python 3.8 and nothing else.

Exit status: 0 done, 1 failed or refused, 2 called wrongly.
"""

import argparse
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
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
        # Bytes of an argument that are no UTF-8 are sent as they are: the service says what is wrong with them.
        data = None if body is None else body.encode("utf-8", "surrogateescape")
        request = urllib.request.Request(self.url + path, data, self.headers)
        try:
            status, text = answered(request)
        except (OSError, http.client.HTTPException) as e:
            raise Refused(f"{self.url} does not answer: {e}") from None
        if not 200 <= status < 300:
            raise Refused(f"{request.get_method()} {request.full_url} was answered with {status}\n"
                          + explained(text.decode("utf-8", "replace")))
        try:
            return json.loads(text)
        except ValueError:
            raise Refused(f"{request.full_url} is answered by something else than gamma-replay") from None


def answered(request):
    """Status and body of any answer."""
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as e:
        answer = e
    with answer:
        return answer.getcode(), answer.read()


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


def is_address(url):
    try:
        parts = urllib.parse.urlsplit(url)
        return url.isascii() and parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # of what follows the last colon, or of an open bracket
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default=os.environ.get("GAMMA_URL", "http://127.0.0.1:8080"), help="or GAMMA_URL")
    parser.add_argument("--key", default=os.environ.get("GAMMA_KEY"), help="or GAMMA_KEY")
    parser.add_argument("request", nargs="?", default="{}", help="JSON of a submission; what it leaves out has a default")
    arguments = parser.parse_args()
    if not is_address(arguments.url):
        parser.error(f"--url: {arguments.url} is no address, write one such as http://127.0.0.1:8080")
    if arguments.key and not (arguments.key.isascii() and arguments.key.isprintable()):
        parser.error("--key: has characters that no key has")
    try:
        run(Service(arguments.url, arguments.key), arguments.request)
        print(end="", flush=True)
    except Refused as e:
        sys.exit(f"{parser.prog}: {e}")
    except OSError as e:
        # What is still to be written would fail again at the end of the interpreter.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # A reader that has enough, such as head, wants no message.
        sys.exit(1 if isinstance(e, BrokenPipeError) else f"{parser.prog}: standard output cannot be written: {e.strerror}")


if __name__ == "__main__":
    main()
