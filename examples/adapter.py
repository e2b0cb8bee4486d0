"""An adapter in another language: NDJSON on stdin and stdout, the contract's HTTP behind it.

    portalproof run --command "python3 examples/adapter.py http://127.0.0.1:8080"

Each line in is {"id", "do", ...}; each line out is {"id", "ok": true, "result"} or {"id", "ok": false,
"error"}. An adapter for a portal that does not speak the contract translates in `perform`.
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"

ROUTES = {
    "sign-in": ("POST", "/sessions"),
    "show-session": ("GET", "/session"),
    "choose-site": ("PUT", "/session/site"),
    "list-request-types": ("GET", "/request-types"),
    "find-members": ("GET", "/members"),
    "find-providers": ("GET", "/providers"),
    "find-diagnoses": ("GET", "/diagnoses"),
    "find-procedures": ("GET", "/procedures"),
    "submit-request": ("POST", "/requests"),
    "view-request": ("GET", "/requests/{id}"),
    "list-requests": ("GET", "/requests"),
    "supply-information": ("POST", "/requests/{id}/information"),
    "ask-information": ("POST", "/requests/{id}/information-requests"),
    "decide": ("POST", "/requests/{id}/decisions"),
    "call": ("POST", "/requests/{id}/calls"),
    "send-letter": ("POST", "/requests/{id}/letters"),
    "reconsider": ("POST", "/requests/{id}/reconsiderations"),
    "close": ("POST", "/requests/{id}/closure"),
}


def http(method, path, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(BASE + path, data=data, method=method, headers=headers or {})
    if data is not None:
        request.add_header("content-type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            status, text = answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        status, text = refusal.code, refusal.read().decode()
    return {"status": status, "body": json.loads(text) if text else None, "text": text}


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
