"""The releases that a reader can go back to, as Sources and methods lists them."""

from typing import Any

from healthplan.release import publication

UNFOLDED = 6  # the older ones are folded away


def release_facts() -> dict[str, Any]:
    """The facts of releases.html: each release by name, the newest first."""
    names, served = publication.release_names()[::-1], publication.served_release()
    return {
        "releases": [{"name": name, "edition": name.removeprefix("release-")} for name in names],
        "current": served.path.stem if served else "",
        "unfolded": UNFOLDED,
    }
