"""`python -m healthplan.notify`: writes to everybody who follows a place and has news; after each publication, or by a
timer. Nobody gets two letters a day."""

import sys
from datetime import UTC, datetime
from smtplib import SMTPException

from healthplan.formats.atom_feed import change_entries
from healthplan.notify.letters import change_letter
from healthplan.notify.mail import mail_connection
from healthplan.notify.subscribers import Subscriber, all_subscribers, mark_told
from healthplan.release.locking import Busy
from healthplan.release.publication import current_path
from healthplan.release.view import View
from healthplan.text import Lang, say
from healthplan.text.numbers import ZONE
from healthplan.theme import THEMES
from healthplan.web import settings


def main() -> int:
    """Returns 0 when all letters went out; 1, with a sentence, when one did not."""
    try:
        sentence, facts, code = _send_all()
    except settings.SettingRefused as refused:
        sentence, facts, code = refused.fault, {"value": refused.value}, 1
    except (OSError, SMTPException, Busy, ValueError) as fault:
        sentence, facts, code = "notify_failed", {"fault": str(fault)}, 1
    told = "\n".join(say(lang, sentence, **facts) for lang in Lang)
    (sys.stderr if code else sys.stdout).write(told + "\n")
    return code


def _send_all() -> tuple[str, dict[str, str], int]:
    server, release = settings.mail(), current_path()
    if server is None or release is None:
        return "notify_no_server" if server is None else "asked_no_release", {}, 1
    moment = datetime.now(UTC)
    waiting = [one for one in all_subscribers() if one.confirmed and not _was_told_today(one, moment)]
    sent, failed = 0, 0
    with mail_connection(server) as connection:
        for one in waiting:
            view = View(one.lang, THEMES["light"], release)
            entries = change_entries(view, one.place, "", moment.astimezone(ZONE).date(), settings.address())
            new = [entry for entry in entries if datetime.fromisoformat(one.told) < entry.moment <= moment]
            if not new:
                continue
            try:
                connection.send_message(change_letter(view, one, new, server.sender, settings.address()))
            except SMTPException:  # this one address; the others get theirs
                failed += 1
                continue
            mark_told(one.key, moment.isoformat(timespec="seconds"))
            sent += 1
    return "notify_sent", {"count": str(sent), "failed": str(failed)}, int(failed > 0)


def _was_told_today(one: Subscriber, moment: datetime) -> bool:
    """Whether a letter has gone out on this day; the confirmation is none."""
    last = datetime.fromisoformat(one.told)
    return one.told != one.confirmed and last.astimezone(ZONE).date() == moment.astimezone(ZONE).date()


if __name__ == "__main__":
    raise SystemExit(main())
