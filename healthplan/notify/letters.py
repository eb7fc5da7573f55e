"""The letters: the question whether an address is its owner's, and what is new since the last one."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import make_msgid
from urllib.parse import urljoin, urlsplit

from healthplan.formats.atom_feed import ChangeEntry
from healthplan.notify.subscribers import Subscriber
from healthplan.parameters.address import query
from healthplan.release.view import View
from healthplan.text import say

SUBSCRIPTIONS = "api/v1/subscriptions"
LINES_MOST = 8  # of one entry; its page has them all


def question_letter(one: Subscriber, sender: str, base: str) -> EmailMessage:
    """Asks the owner of an address whether he wants letters."""
    lines = (
        say(one.lang, "notify_question", address=base),
        "",
        say(one.lang, "notify_question_how"),
        _key_address(base, "confirm", one),
        "",
        say(one.lang, "notify_question_else"),
    )
    return _letter(one, sender, base, say(one.lang, "notify_question_title"), lines)


def change_letter(view: View, one: Subscriber, entries: Sequence[ChangeEntry], sender: str, base: str) -> EmailMessage:
    """What is new, the newest first, and the way out."""
    lines = [say(one.lang, "notify_about", place=view.nation_or_place(one.place)), ""] if one.place else []
    for entry in entries:
        more = len(entry.lines) - LINES_MOST
        rest = [say(one.lang, "changes_more", count=str(more))] if more > 0 else []
        lines += [entry.title, *(f"  - {line}" for line in [*entry.lines[:LINES_MOST], *rest]), entry.address, ""]
    end = _key_address(base, "end", one)
    letter = _letter(one, sender, base, entries[0].title, [*lines, "-- ", say(one.lang, "notify_end_how"), end])
    letter["List-Unsubscribe"] = f"<{end}>"
    letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    return letter


def _key_address(base: str, what: str, one: Subscriber) -> str:
    return urljoin(base, f"{SUBSCRIPTIONS}/{what}{query({'key': one.key, 'lang': one.lang.value})}")


def _letter(one: Subscriber, sender: str, base: str, title: str, lines: Sequence[str]) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = sender, one.address
    letter["Subject"] = f"{say(one.lang, 'product')}: {title}"
    letter["Message-ID"] = make_msgid(domain=urlsplit(base).hostname)
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answer of a machine comes back
    letter["Content-Language"] = one.lang.value
    letter.set_content("\n".join(lines) + "\n")
    return letter
