"""What a reader is told when heavy work cannot be done, and what readers cannot do to others by asking."""

import asyncio
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from healthplan.api import endpoint
from healthplan.cache import CACHE, Cache, key_of
from healthplan.deck import production
from healthplan.text import Lang, say
from healthplan.work.client import network_of
from healthplan.work.queue import Queue
from tests.api.client import APP, ask
from tests.pages.screen_run import screen_run
from tests.web.asgi import apart
from tests.work import works
from tests.work.test_queue import begun, until

HEAVY = (("/charts/map.svg", ""), ("/charts/compare.png", ""), ("/charts/rug.csv", ""),
         ("/briefs/11.pdf", ""), ("/decks/hall.html", "ready=place"), ("/decks/deck.html", "ready=settle"),
         ("/decks/deck.pptx", ""), ("/decks/deck.pdf", ""), ("/values.xlsx", ""),
         ("/goals.xlsx", "place=11&limit=1"))  # fmt: skip
LIGHT = (("/goals", ""), ("/goals.csv", ""), ("/goals.parquet", ""), ("/values.arrow", "limit=1000"),
         ("/docs", ""), ("/calendar.ics", ""), ("/decks/deck.json", ""), ("/cite", "view=overview"),
         ("/release.duckdb", ""), ("/openapi.json", ""))  # fmt: skip
FULL, GREEDY = {"length": 0}, {"each": 0}  # no room at all; none for one client


@pytest.fixture
def queue(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue]:
    """The queue that the routes and the screens use in this test."""
    CACHE.forget()
    made = Queue(workers=1, **request.param)
    monkeypatch.setattr(endpoint, "QUEUE", made)
    monkeypatch.setattr(production, "QUEUE", made)
    yield made
    made.close()


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("queue", "status", "fault"), [(FULL, 503, "work_full"),
                         (GREEDY, 429, "work_many")], indirect=["queue"])  # fmt: skip
@pytest.mark.parametrize(("path", "query"), HEAVY)
def test_who_finds_no_room_is_told_when_to_come_back(
    queue: Queue, path: str, query: str, status: int, fault: str
) -> None:
    refused = ask(path, query)
    error = json.loads(refused["body"])["error"]
    assert refused["status"] == error["status"] == status and int(refused["headers"]["retry-after"]) > 0
    assert (error["vi"], error["en"]) == (say(Lang.VI, fault), say(Lang.EN, fault))
    assert refused["headers"]["cache-control"] == "no-store"


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("queue", [FULL], indirect=True)
@pytest.mark.parametrize(("path", "query"), LIGHT)
def test_what_is_quick_is_answered_although_the_queue_is_full(queue: Queue, path: str, query: str) -> None:
    assert ask(path, query)["status"] == 200


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("queue", [FULL], indirect=True)
@pytest.mark.parametrize(("path", "query"), HEAVY)
def test_what_a_reader_has_already_needs_no_room(
    queue: Queue, path: str, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(endpoint, "QUEUE", Queue(Cache(), workers=1))
        first = ask(path, query)
        endpoint.QUEUE.close()
    again = ask(path, query, if_none_match=first["headers"]["etag"])
    assert (first["status"], again["status"]) == (200, 304)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("queue", "fault"), [(FULL, "work_full"), (GREEDY, "work_many")], indirect=["queue"])
@pytest.mark.parametrize("lang", Lang)
def test_the_desk_says_so_on_the_screen_and_keeps_its_deck(queue: Queue, fault: str, lang: Lang) -> None:
    app = screen_run("present", ready="place", places="12", lang=lang)
    app.button(key="deck-make").click().run()
    assert not app.exception and {one.value for one in app.warning} == {say(lang, fault)}
    assert len(app.radio[0].options) > 6


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("queue", [{}], indirect=True)
def test_the_desk_makes_three_files_that_the_links_then_give_at_once(queue: Queue) -> None:
    app = screen_run("present", ready="place", places="12")
    app.button(key="deck-make").click().run()
    assert not app.exception and not app.warning


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("queue", [{"limit": 0}], indirect=True)
def test_work_that_takes_too_long_is_told(queue: Queue) -> None:
    refused = ask("/charts/rug.png")
    assert refused["status"] == 503 and say(Lang.EN, "work_long") in refused["body"].decode()


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("queue", [{}], indirect=True)
@pytest.mark.parametrize(("path", "query"), HEAVY[:8])
def test_work_of_who_hangs_up_in_the_queue_is_never_begun(queue: Queue, path: str, query: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    first = queue.ask(key_of("busy"), partial(works.note, log, "busy", 2))
    until(lambda: begun(log) == ["busy"])
    apart(_hang_up(path, query, queue))
    assert len(queue) == 0 and first.result(30) == "busy"
    assert queue.ask(key_of("next"), works.process).result(30)
    assert len(CACHE) == 2  # the other two


async def _hang_up(path: str, query: str, queue: Queue) -> None:
    """Asks, and leaves as soon as the work waits."""
    messages = iter([{"type": "http.request", "body": b"", "more_body": False}])
    sent: list[Any] = []

    async def receive() -> Any:
        for message in messages:
            return message
        while not len(queue):
            await asyncio.sleep(0.01)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await APP(_scope(path, query), receive, send)
    assert sent[0]["status"] == 499


def _scope(path: str, query: str) -> dict[str, Any]:
    return {"type": "http", "method": "GET", "path": f"/api/v1{path}", "query_string": query.encode(),
            "headers": [(b"host", b"localhost")], "scheme": "http", "server": ("localhost", 80),
            "http_version": "1.1", "asgi": {"version": "3.0"}}  # fmt: skip


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("path", "query"), [*HEAVY, *LIGHT[:4]])
def test_a_body_goes_out_in_pieces_so_that_who_takes_nothing_holds_little(path: str, query: str) -> None:
    whole = ask(path, query)
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(len(message.get("body", b"")))

    async def receive() -> Any:
        await asyncio.Event().wait()

    apart(APP(_scope(path, query), receive, send))
    assert sum(sent) == len(whole["body"]) and max(sent) <= 2**16


TYPED = ("x", "bác sĩ", "a b c", "%", "☂", "x" * 80, "' or 1", "<b>", "11", "_")
PATHS = {
    "/charts/tasks.csv?words=": "/charts/tasks.csv", "/charts/load.svg?words=": "/charts/load.svg",
    "/goals.csv?q=": "/goals.csv", "/decks/deck.pdf?ready=settle&title=": "/decks/deck.pdf?ready=settle",
    "/decks/hall.html?ready=settle&event=": "/decks/hall.html?ready=settle",
}  # fmt: skip


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("path", PATHS)
def test_words_that_readers_type_do_not_fill_the_cache(path: str) -> None:
    CACHE.forget()
    plain, _, query = PATHS[path].partition("?")
    untyped = ask(plain, query)
    for word in TYPED:
        name, _, asked = path.partition("?")
        answer = ask(name, f"{asked}{word.replace('%', '%25').replace(' ', '+')}")
        assert answer["status"] in (200, 400, 404)
    assert len(CACHE) <= 2
    assert ask(plain, query)["body"] == untyped["body"]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("path", [*(f"/decks/{name}" for name in ("hall.html", "deck.pptx", "deck.pdf")),
                                  "/briefs/11.pdf"])  # fmt: skip
def test_hosts_that_readers_make_up_do_not_fill_the_cache_or_reach_others(path: str) -> None:
    CACHE.forget()
    bodies = {ask(path, host=f"host-{at}.example")["body"] for at in range(8)}
    assert len(bodies) == 8 and len(CACHE) == 1
    assert b"host-7" not in ask(path, host="localhost")["body"]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("path", "query"), [*HEAVY, *LIGHT])
def test_a_query_that_nobody_could_choose_is_refused(path: str, query: str) -> None:
    refused = ask(path, f"{query}&title={'x' * 15_000}")
    assert refused["status"] == 414 and "14000" in refused["body"].decode()


@pytest.mark.parametrize(("one", "other", "same"), [
    ("203.0.113.5", "203.0.113.5", True), ("203.0.113.5", "203.0.113.6", False),
    ("::ffff:203.0.113.5", "203.0.113.5", True), ("::ffff:203.0.113.5", "::ffff:203.0.113.6", False),
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
    ("2001:db8:1:2::1", "2001:db8:1:3::1", False), ("2001:DB8:1:2::1", "2001:db8:1:2::9", True),
    ("", "", True), ("", "203.0.113.5", False), ("testclient", "testclient", True),
    ("fe80::1%eth0", "fe80::2%eth0", True), ("::1", "127.0.0.1", False),
])  # fmt: skip
def test_a_client_is_an_address_or_what_its_owner_cannot_change_of_it(one: str, other: str, same: bool) -> None:
    assert (network_of(one) == network_of(other)) is same
