"""An adapter in another language: NDJSON on stdin and stdout, the contract's HTTP behind it.

    portalproof run --command "python3 examples/adapter.py http://127.0.0.1:8080"

Each line in is {"id", "do", ...}; each line out is {"id", "ok": true, "result"} or {"id", "ok": false,
"error"}. An adapter for a portal that does not speak the contract translates in `perform`.
"""

import base64
import hashlib
import json
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
DOCUMENT = pathlib.Path(__file__).resolve().parent.parent / "docs" / "openapi.json"


def kebab(name):
    return re.sub(r"([A-Z])", lambda found: "-" + found[1].lower(), name)


# The contract's own routes. For another portal, write down here how each operation is done there.
ROUTES = {
    kebab(operation["operationId"]): (method.upper(), path)
    for path, methods in json.loads(DOCUMENT.read_text("utf-8"))["paths"].items()
    for method, operation in methods.items()
}


def file_of(content, headers):
    """What can be said of a file that came back."""
    kind = headers.get("content-type", "")
    told = {
        "type": kind,
        "disposition": headers.get("content-disposition", ""),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "head": content[:8].decode("latin-1"),
    }
    if kind.startswith("text/"):
        told["text"] = content.decode()
    return {"file": told}


def send(method, path, data=None, headers=None):
    request = urllib.request.Request(BASE + path, data=data, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            status, content, told = answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as refusal:
        status, content, told = refusal.code, refusal.read(), refusal.headers
    if not content:
        return {"status": status, "body": None, "text": ""}
    if "json" not in told.get("content-type", ""):
        return {"status": status, "body": file_of(content, told), "text": ""}
    text = content.decode()
    return {"status": status, "body": json.loads(text), "text": text}


def http(method, path, body=None, headers=None):
    if body is None:
        return send(method, path, None, headers)
    told = {"content-type": "application/json", **(headers or {})}
    return send(method, path, json.dumps(body).encode(), told)


def world_path(message, rest=""):
    return "/conformance/worlds/" + urllib.parse.quote(message["world"]) + rest


def perform(message):
    ask = message["ask"]
    method, route = ROUTES[ask["op"]]
    for name, value in (ask.get("path") or {}).items():
        route = route.replace("{" + name + "}", urllib.parse.quote(value, safe=""))
    if ask.get("query"):
        route += "?" + urllib.parse.urlencode(ask["query"])
    headers = {"conformance-world": message["world"]}
    if ask.get("token"):
        headers["authorization"] = "Bearer " + ask["token"]
    if ask.get("key"):
        headers["idempotency-key"] = ask["key"]
    if "file" in ask:
        about = ask.get("body") or {}
        for name in ("name", "description"):
            if name in about:
                headers["document-" + name] = urllib.parse.quote(about[name], safe="")
        headers["content-type"] = "application/octet-stream"
        return send(method, route, base64.b64decode(ask["file"]), headers)
    return http(method, route, ask.get("body"), headers)


def answer(message):
    what = message["do"]
    if what == "describe":
        return http("GET", "/conformance")["body"]
    if what == "open":
        return http("POST", "/conformance/worlds", {"world": message["world"], "at": message["at"]})["body"]["id"]
    if what == "perform":
        return perform(message)
    if what == "advance":
        return http("PUT", world_path(message, "/clock"), {"to": message["to"]})["body"]
    if what in ("events", "outbox"):
        page = http("GET", world_path(message, f"/{what}?after={message['after']}"))["body"]
        return page["events" if what == "events" else "items"]
    if what == "inject":
        return http("POST", world_path(message, "/inject"), message["injection"])["body"]
    if what == "close":
        http("DELETE", world_path(message))
        return None
    raise ValueError(f"no such message: {what}")


for line in sys.stdin:
    message = json.loads(line)
    try:
        reply = {"id": message["id"], "ok": True, "result": answer(message)}
    except Exception as error:  # the harness shows the sentence and goes on
        reply = {"id": message["id"], "ok": False, "error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
