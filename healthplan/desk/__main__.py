"""`python -m healthplan.desk grant|access|verify|changes`: what a keeper does at the computer itself."""

import argparse
import sys

from etl.run import NotPublished, stops_named
from healthplan.desk.changes import all_changes
from healthplan.desk.folder import ActRefused
from healthplan.desk.log import verify_log
from healthplan.desk.people import NATION, Role, local_person
from healthplan.desk.roles import grant_role, make_token
from healthplan.text import Lang, say


def main() -> int:
    """Does one thing; returns 0 when it is done, 1 when it is refused or the log is not whole."""
    chosen = _options().parse_args()
    lang = Lang(chosen.lang)
    try:
        with stops_named():
            told, code = _done(chosen, lang)
    except (ActRefused, NotPublished) as refused:
        told, code = say(lang, refused.sentence, **refused.facts), 1
    (sys.stderr if code else sys.stdout).write(told + "\n")
    return code


def _done(chosen: argparse.Namespace, lang: Lang) -> tuple[str, int]:
    keeper = local_person(say(lang, "desk_local"))
    match chosen.what:
        case "grant":
            grant_role(
                keeper,
                Role(chosen.role),
                subject=chosen.subject,
                email=chosen.email,
                name=chosen.name,
                place=chosen.place,
                until=chosen.until,
            )
            return say(lang, "desk_granted", role=chosen.role, place=chosen.place, name=chosen.name), 0
        case "access":
            token = make_token(keeper, place=chosen.place, name=chosen.name, until=chosen.until)
            return say(lang, "desk_access", place=chosen.place, code=token), 0
        case "verify":
            fault = verify_log()
            if fault is None:
                return say(lang, "desk_log_whole"), 0
            return say(
                lang, "desk_log_line" if fault.line else "desk_log_file", line=str(fault.line), file=fault.file
            ), 1
    rows = [
        "\t".join((one.id, say(lang, f"desk_state_{one.state}"), one.place, one.period, one.author_name))
        for one in all_changes()
    ]
    return "\n".join(rows) or say(lang, "desk_no_changes"), 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m healthplan.desk", description=__doc__)
    options.add_argument("--lang", choices=[lang.value for lang in Lang], default=Lang.VI.value)
    what = options.add_subparsers(dest="what", required=True)
    grant, access = what.add_parser("grant"), what.add_parser("access")
    grant.add_argument("role", choices=[role.value for role in Role])
    grant.add_argument("--subject", default="", help="the lasting name that the provider of sign-ins gives")
    grant.add_argument("--email", default="", help="of somebody who has not signed in yet")
    for command in (grant, access):
        command.add_argument("--name", required=True)
        command.add_argument("--place", default=NATION if command is grant else None, required=command is access)
        command.add_argument("--until", default="", help="the last day, such as 2027-12-31")
    what.add_parser("verify")
    what.add_parser("changes")
    return options


if __name__ == "__main__":
    sys.exit(main())
