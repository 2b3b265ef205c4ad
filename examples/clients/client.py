"""A client of the cancel with Python's standard library: `run --client "python3 examples/clients/client.py"`.

One JSON object a line on standard input, one on standard output.
"""

import http.client
import json
import sys
import urllib.parse


def error_in(body):
    """The error that the service wrote; None where what came is none of its own."""
    try:
        value = json.loads(body)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def kind_of(status, error):
    if status == 401:
        return "unauthorized"
    if status == 429:
        return "rate-limited"
    if error is None:
        return "unreadable"
    return "refused" if 400 <= status < 500 else "failed"


def issues_in(error):
    details = error.get("details")
    if not isinstance(details, list):
        return None
    return [
        {name: item[name] for name in ("issue", "field") if isinstance(item.get(name), str)}
        for item in details
        if isinstance(item, dict) and isinstance(item.get("issue"), str)
    ]


def failure_of(response, body):
    error = error_in(body)
    known = error or {}
    seconds = response.getheader("Retry-After") or ""
    found = {
        "name": known.get("name"),
        "issues": issues_in(known),
        "debugId": known.get("debug_id") or response.getheader("PayPal-Debug-Id"),
        "retryAfter": int(seconds) if seconds.isdigit() else None,
    }
    return {
        "ok": False,
        "kind": kind_of(response.status, error),
        "status": response.status,
        "message": f"The cancel was answered {response.status}",
        **{name: value for name, value in found.items() if value is not None},
    }


def cancel(base_url, access_token, invoice_id, notification, timeout):
    """One request, never repeated, since a cancel without an answer may have happened. No redirect is followed."""
    url = urllib.parse.urlsplit(base_url)
    connect = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    connection = connect(url.netloc, timeout=timeout)
    try:
        connection.request(
            "POST",
            f"/v2/invoicing/invoices/{urllib.parse.quote(invoice_id, safe='')}/cancel",
            json.dumps(notification).encode(),
            {"Authorization": f"Bearer {access_token}", "Content-Type": "application/json"},
        )
        response = connection.getresponse()
        body = response.read()
        return {"ok": True} if response.status == 204 else failure_of(response, body)
    except TimeoutError:
        return {"ok": False, "kind": "timeout", "message": "No whole answer came in time"}
    except (OSError, http.client.HTTPException) as error:
        return {"ok": False, "kind": "network", "message": f"No whole answer came ({type(error).__name__})"}
    finally:
        connection.close()


for line in sys.stdin:
    call = json.loads(line)
    outcome = cancel(
        call["baseUrl"], call["accessToken"], call["invoiceId"], call["notification"], call["timeoutMs"] / 1000
    )
    print(json.dumps({"call": call["call"], "outcome": outcome}), flush=True)
