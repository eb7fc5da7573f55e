"""What a steward sets for the front door: the address that readers use, named proxies, further hosts, a
contact, a mail server, and whose pages may hold ours."""

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import parse_qs, unquote, urlsplit

from starlette.requests import Request

from healthplan.text import Lang, say

Network = IPv4Network | IPv6Network
ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9._-]{1,100}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?"
    r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){0,20}/"
)
HOST = re.compile(r"\*|(?:\*\.)?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*|[0-9a-f:.]+")
MAIL_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
FRAMING = re.compile(r"\*|https?://(?:\*\.)?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,8}(?::\d{1,5})?")
CONTACT = re.compile(r"(?:mailto:|https://)[\x21-\x7e]{3,200}")


class SettingRefused(Exception):
    """A setting that cannot be read. `sentence(lang)` says which and how it must look."""

    def __init__(self, fault: str, value: str) -> None:
        super().__init__(fault, value)
        self.fault, self.value = fault, value

    def sentence(self, lang: Lang) -> str:
        """What is wrong, for the steward who starts the server."""
        return say(lang, self.fault, value=self.value)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over, and who they come from. `tls`: from the first byte, else by STARTTLS."""

    host: str
    port: int
    tls: bool
    user: str
    password: str
    sender: str


def address() -> str:
    """Where readers find this product, with a slash at its end; "" when the steward names no address. Raises
    SettingRefused."""
    return _address(os.environ.get("ROADMAP72_ADDRESS", "").strip())


def address_host() -> str:
    """The host of the address, without its port."""
    return (urlsplit(address()).hostname or "").rstrip(".")


def proxies() -> tuple[Network, ...]:
    """The proxies whose word about the reader's way to us counts. Raises SettingRefused."""
    return _proxies(os.environ.get("ROADMAP72_PROXIES", ""))


def hosts() -> tuple[str, ...]:
    """Further hosts that this server answers for; `*.` stands for any name before it. Raises
    SettingRefused."""
    return _hosts(os.environ.get("ROADMAP72_HOSTS", ""))


def frames() -> tuple[str, ...]:
    """The sites whose pages may hold ours, as Content-Security-Policy writes them; "*" for all. Raises
    SettingRefused."""
    return _frames(os.environ.get("ROADMAP72_FRAMES", ""))


def contact() -> str:
    """Whom to tell of a weakness, as an address of mail or web; "" for nobody. Raises SettingRefused."""
    told = os.environ.get("ROADMAP72_CONTACT", "").strip()
    told = f"mailto:{told}" if "@" in told and ":" not in told else told
    if told and not CONTACT.fullmatch(told):
        raise SettingRefused("setting_contact", told)
    return told


def mail() -> MailServer | None:
    """The server that takes our letters; None where none is named. Raises SettingRefused: whoever gets a letter
    must find back, so it needs ROADMAP72_ADDRESS too."""
    told = os.environ.get("ROADMAP72_MAIL", "").strip()
    if not told:
        return None
    if not address():
        raise SettingRefused("setting_mail_address", "")
    server = _mail(told)
    if server is None:
        raise SettingRefused("setting_mail", re.sub(r"//.*@", "//", told))
    return server


def sends_letters() -> bool:
    """Whether somebody can ask for letters here."""
    try:
        return mail() is not None
    except SettingRefused:
        return False


def _mail(told: str) -> MailServer | None:
    try:
        parts, sender = urlsplit(told), parse_qs(urlsplit(told).query).get("from", [""])[-1]
        port = parts.port or {"smtp": 587, "smtps": 465}.get(parts.scheme, 0)
    except ValueError:
        return None
    if not (port and parts.hostname and MAIL_ADDRESS.fullmatch(sender)):
        return None
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, parts.scheme == "smtps", user, password, sender)


def faults(lang: Lang) -> list[str]:
    """A sentence for each setting that cannot be read."""
    told = []
    for setting in (address, proxies, hosts, frames, contact, mail):
        try:
            setting()
        except SettingRefused as refused:
            told.append(refused.sentence(lang))
    return told


@lru_cache(maxsize=8)
def _address(told: str) -> str:
    whole = told.rstrip("/") + "/" if told else ""
    if whole and not ADDRESS.fullmatch(whole):
        raise SettingRefused("setting_address", told)
    return whole


@lru_cache(maxsize=8)
def _proxies(told: str) -> tuple[Network, ...]:
    return tuple(_network(one) for one in re.split(r"[,\s]+", told) if one)


def _network(told: str) -> Network:
    try:
        return ip_network(told, strict=False) if "/" in told else ip_network(ip_address(told))
    except ValueError as unreadable:
        raise SettingRefused("setting_proxies", told) from unreadable


@lru_cache(maxsize=8)
def _frames(told: str) -> tuple[str, ...]:
    named = tuple(one.rstrip("/").lower() for one in re.split(r"[,\s]+", told) if one)
    for one in named:
        if not FRAMING.fullmatch(one):
            raise SettingRefused("setting_frames", one)
    return named


@lru_cache(maxsize=8)
def _hosts(told: str) -> tuple[str, ...]:
    named = tuple(one.strip("[]").rstrip(".").lower() for one in re.split(r"[,\s]+", told) if one)
    for one in named:
        if not HOST.fullmatch(one):
            raise SettingRefused("setting_hosts", one)
    return named


def origin_of(request: Request) -> str:
    """Where readers find this product, with a slash at its end: the steward's address, or else the host that
    the request names, which was found to be one of ours."""
    return address() or str(request.base_url).rstrip("/") + "/"
