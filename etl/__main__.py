"""`python -m etl [--check] [--lang vi|en]`: builds and publishes the release of data/, or only checks it."""

import argparse
import sys

from etl.read import Skipped
from etl.run import NotPublished, run
from healthplan.model.complaint import SHOWN, InputRefused
from healthplan.text import Lang, say


def main() -> int:
    """Runs the build; returns 0 when all is well, 1 when nothing was published."""
    options = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    options.add_argument("--check", action="store_true", help="check everything, publish nothing")
    options.add_argument("--lang", choices=[lang.value for lang in Lang], default=Lang.VI.value)
    chosen = options.parse_args()
    lang = Lang(chosen.lang)
    try:
        skipped: list[Skipped] = []
        release = run(publish=not chosen.check, skipped=skipped)
    except InputRefused as refused:
        return _tell(refused, lang)
    except NotPublished as stopped:
        sys.stderr.write(say(lang, stopped.sentence, **stopped.facts) + "\n")
        return 1
    for file in skipped:
        told = say(lang, "build_skipped", file=file.file, rows=str(file.rows), columns=str(file.columns))
        sys.stderr.write(told + "\n")
    sys.stdout.write(say(lang, "build_checked") if release is None else say(lang, "build_published", name=release.name))
    sys.stdout.write("\n")
    return 0


def _tell(refused: InputRefused, lang: Lang) -> int:
    for complaint in refused.complaints[:SHOWN]:
        sentence = say(lang, complaint.fault, value=complaint.value, **complaint.facts)
        sys.stderr.write(f"{complaint.place}: {sentence}\n")
    total, shown = len(refused.complaints), min(SHOWN, len(refused.complaints))
    sys.stderr.write(say(lang, "build_refused", count=str(total), shown=str(shown)) + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
