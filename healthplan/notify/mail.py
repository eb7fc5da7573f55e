"""Hands letters to the mail server that the steward names."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from healthplan.web.settings import MailServer

SECONDS = 20  # that the server may take for an answer


class NoEncryption(smtplib.SMTPException):
    """The mail server offers no encryption, and it is not on this machine."""


@contextmanager
def mail_connection(server: MailServer) -> Iterator[smtplib.SMTP]:
    """A connection for some letters (`send_message`). Raises OSError and smtplib.SMTPException; over a network nothing
    is sent without encryption."""
    context = ssl.create_default_context()
    if server.tls:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    with connection:
        connection.ehlo()
        if not server.tls and connection.has_extn("starttls"):
            connection.starttls(context=context)
            connection.ehlo()
        elif not server.tls and not _is_this_machine(server.host):
            raise NoEncryption(f"{server.host}: STARTTLS")
        if server.user:
            connection.login(server.user, server.password)
        yield connection


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
