"""How a reader reaches this server: the scheme, the host and the path in front of ours, and whose word
counts."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from healthplan.web import settings
from healthplan.web.request_line import raw_path

HOST = re.compile(
    r"(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9_.])?|\[[0-9A-Fa-f:.]{2,45}\])"
    r"(?::(?P<port>\d{1,5}))?"
)
PREFIX = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,60}){0,20}")
LOCAL = ("localhost", "127.0.0.1", "::1")
USUAL_PORT = {"http": 80, "https": 443, "ws": 80, "wss": 443}
TOLD_HOST = "healthplan.told_host"  # in the scope: a named proxy has said which host the reader asked for
FORWARDED = ("x-forwarded-host", "x-forwarded-proto", "x-forwarded-prefix")


class Misled(Exception):
    """A proxy or a reader says something of the way that cannot be read."""


def forwarded_scope(scope: Scope, prefix: str = "", tls: bool = False) -> Scope:
    """The scope with the scheme, host and root path that readers use, and the path below that root. `prefix`
    is the path that the server was started below, `tls` whether it speaks TLS itself. Raises Misled."""
    headers = Headers(scope=scope)
    told = {name: _last(headers, name) if is_named(scope) else "" for name in FORWARDED}
    proto, root = told["x-forwarded-proto"].lower(), _prefix(told["x-forwarded-prefix"], prefix)
    secure = proto in ("https", "wss") if proto else tls
    scheme = ("ws" if scope["type"] == "websocket" else "http") + ("s" if secure else "")
    kept = [(name, value) for name, value in scope["headers"] if name.decode("latin-1") not in FORWARDED]
    if told["x-forwarded-host"]:
        if not HOST.fullmatch(told["x-forwarded-host"]):
            raise Misled
        kept = [(name, value) for name, value in kept if name != b"host"]
        kept.append((b"host", told["x-forwarded-host"].encode("latin-1")))
    raw = _below(raw_path(scope).decode("latin-1"), root)
    # Starlette makes links with app_root_path; a root_path it would look for in front of the path once more.
    return {
        **scope,
        "scheme": scheme,
        "headers": kept,
        "root_path": "",
        "app_root_path": root,
        "path": _below(scope["path"], root),
        "raw_path": raw.encode("latin-1"),
        TOLD_HOST: bool(told["x-forwarded-host"]),
    }


def is_named(scope: Scope) -> bool:
    """Whether the request was handed to us by one of the proxies that the steward names.

    uvicorn has already put the reader's address in the place of a proxy's on this machine; but what arrives
    at the loopback address can only come from there."""
    server, client = (_address(scope.get(end)) for end in ("server", "client"))
    peer = server if server is not None and server.is_loopback else client
    return peer is not None and any(peer in network for network in settings.proxies())


def is_believed(scope: Scope, listens: str = "") -> bool:
    """Whether the host of a request is one that we answer for: this machine's own names, the address that it
    came in at, the name that the server listens at, the steward's address and hosts, or what a named proxy
    says."""
    if scope.get(TOLD_HOST):
        return True
    values = Headers(scope=scope).getlist("host")
    if not values and scope.get("http_version") == "1.0":
        return True
    found = HOST.fullmatch(values[0]) if len(values) == 1 else None
    if found is None or int(found["port"] or 0) > 65535:
        return False
    name, own = _bare(found["name"]), _address(scope.get("server"))
    if name in (*LOCAL, listens.lower(), str(own)) or name.endswith(".localhost"):
        return True
    return _is_listed(name) or "*" in settings.hosts()


def is_same_origin(scope: Scope) -> bool:
    """Whether a page of our own opened this socket; a program that names no page may, too."""
    headers = Headers(scope=scope)
    told = headers.getlist("origin")
    if not told:
        return True
    if len(told) > 1:
        return False
    try:
        origin = urlsplit(told[0])
        here = urlsplit(f"{scope['scheme']}://{headers.get('host', '')}")
        theirs, ours = ((one.hostname, one.port or USUAL_PORT.get(one.scheme)) for one in (origin, here))
    except ValueError:
        return False
    if origin.scheme not in ("http", "https") or not origin.hostname:
        return False
    # A proxy that is not named may speak TLS for us, so that the same host has another usual port.
    same_host = origin.netloc.lower() == headers.get("host", "").lower() or theirs == ours
    return same_host or _is_listed(_bare(origin.hostname))


def _is_listed(name: str) -> bool:
    if name == settings.address_host():
        return True
    return any(name == one or (one.startswith("*.") and name.endswith(one[1:])) for one in settings.hosts())


def _bare(name: str) -> str:
    return name.strip("[]").rstrip(".").lower()


def _address(end: Iterable[str | int | None] | None) -> IPv4Address | IPv6Address | None:
    """The address of one end of a connection; IPv4 in the clothes of IPv6 is IPv4."""
    try:
        told = ip_address(str(next(iter(end or ("",)))).partition("%")[0])
    except ValueError:
        return None
    return (told.ipv4_mapped or told) if isinstance(told, IPv6Address) else told


def _last(headers: Headers, name: str) -> str:
    """What the nearest proxy says; those before it may repeat what anybody wrote."""
    return ",".join(headers.getlist(name)).rpartition(",")[2].strip()


def _prefix(told: str, usual: str) -> str:
    """The path in front of ours: what the proxy says, what the server was started with, or the path of the
    address that the steward names."""
    path = (told or usual or urlsplit(settings.address()).path).removesuffix("/").removeprefix("/")
    root = f"/{path}" if path else ""
    if not PREFIX.fullmatch(root):
        raise Misled
    return root


def _below(path: str, root: str) -> str:
    """A path without the root in front, whether a proxy has taken it away or not."""
    if root and (path == root or path.startswith(f"{root}/")):
        return path[len(root) :]
    return path
