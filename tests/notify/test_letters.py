"""Letters as their reader lives through them, with a mail server on this machine: asked for, confirmed, got, ended."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import count
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from aiosmtpd.controller import Controller

from etl.run import run
from healthplan.notify.subscribers import all_subscribers, mark_told, subscribers_file
from healthplan.release.publication import data_folder
from tests.api.client import APP, ask
from tests.browser.server import free_port
from tests.conftest import HERE, ROOT
from tests.reported import add_report
from tests.web.asgi import sent

ADDRESS = "lan@soyte.example"


class Postbox:
    """A mail server's hand: keeps what comes, refuses one address."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        if address.startswith("gone@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small data, published."""
    data = shutil.copytree(HERE / "small", tmp_path_factory.mktemp("letters") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        run()
    return data


@pytest.fixture
def post(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbox]:
    """A copy of it, and a mail server that the product knows."""
    data, port, box = shutil.copytree(built, tmp_path / "data"), free_port(), Postbox()
    monkeypatch.setenv("ROADMAP72_DATA", str(data))
    monkeypatch.setenv("ROADMAP72_DESK", str(tmp_path / "desk"))
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://y-te.example/lo-trinh/")
    monkeypatch.setenv("ROADMAP72_MAIL", f"smtp://127.0.0.1:{port}?from=loa@y-te.example")
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box
    controller.stop()


NETWORKS = count(1)


def asked(network: str = "", **fields: str) -> str:
    """What the form says to somebody, each time from another network."""
    form = urlencode({"email": ADDRESS, "place": "11", "lang": "vi"} | fields).encode()
    client = (network or f"10.1.{next(NETWORKS)}.1", 50_000)
    return shown(sent(APP, b"/api/v1/subscriptions", "POST", [(b"host", b"localhost")], form, client=client))


def shown(got: dict[str, object]) -> str:
    return " ".join(re.sub("<[^>]+>", " ", str(got["body"].decode())).split())


def link_in(letter: EmailMessage, what: str) -> str:
    """An address in a letter: path and query below the product's."""
    (found,) = re.findall(rf"https://y-te\.example/lo-trinh(/api/v1/subscriptions/{what}\S+)", letter.get_content())
    return found


def pressed(link: str) -> str:
    parts = urlsplit(link)
    return shown(ask(parts.path.removeprefix("/api/v1"), parts.query, "POST"))


def confirmed(post: Postbox, **fields: str) -> None:
    asked(**fields)
    assert re.search("Đã xác nhận|Confirmed", pressed(link_in(post.letters[-1], "confirm")))
    post.letters.clear()


def told() -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "healthplan.notify"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def published(period: str, printed: str) -> None:
    """A report of Điện Biên, published."""
    add_report(data_folder(), period, "11", f"{period}-12", {"health_insurance_coverage": printed})
    run()


def days_back() -> None:
    """As if everybody had confirmed and been told two days ago."""
    for one in all_subscribers():
        mark_told(one.key, "2026-01-01T00:00:00+00:00")


def test_nothing_is_sent_before_the_owner_of_the_address_has_pressed_the_button(post: Postbox) -> None:
    asked()
    (question,) = post.letters
    assert question["To"] == ADDRESS and question["From"] == "loa@y-te.example"
    link = link_in(question, "confirm")
    parts = urlsplit(link)
    page = ask(parts.path.removeprefix("/api/v1"), parts.query)  # as a program that reads mail follows links
    assert "<button>Xác nhận</button>" in page["body"].decode()
    published("2026-10", "95,6")
    told()
    assert post.letters == [question]
    assert "Đã xác nhận" in pressed(link)


def test_a_letter_tells_what_changed_about_the_place_and_leads_there(post: Postbox) -> None:
    confirmed(post)
    confirmed(post, email="en@health.example", lang="en")
    days_back()
    published("2026-10", "95,6")
    assert told().returncode == 0
    vietnamese, english = sorted(post.letters, key=lambda one: str(one["To"]), reverse=True)
    assert "Điện Biên" in vietnamese.get_content() and "95,6" in vietnamese.get_content()
    assert "https://y-te.example/lo-trinh/changes?" in vietnamese.get_content()
    assert "Dien Bien" in english.get_content() and "lang=en" in english.get_content()


def test_nobody_gets_two_letters_a_day_nor_one_without_news(post: Postbox) -> None:
    confirmed(post, place="12")
    told()
    assert post.letters == []  # nothing has happened since the confirmation
    confirmed(post)
    days_back()
    published("2026-10", "95,6")
    told()
    published("2026-11", "95,9")
    told()
    assert len([one for one in post.letters if "Điện Biên" in one.get_content()]) == 1


@pytest.mark.parametrize("by", ["the button", "the mail program"])
def test_the_letters_end_at_once_and_the_address_is_forgotten(post: Postbox, by: str) -> None:
    confirmed(post)
    days_back()
    published("2026-10", "95,6")
    told()
    (letter,) = post.letters
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    there = letter["List-Unsubscribe"].strip("<>").removeprefix("https://y-te.example/lo-trinh")
    assert "Đã ngừng" in pressed(link_in(letter, "end") if by == "the button" else there)
    assert ADDRESS not in subscribers_file().read_text(encoding="utf-8")


def test_whether_an_address_is_known_is_told_to_nobody(post: Postbox) -> None:
    first = asked()
    assert asked() == first and asked(email="LAN@soyte.example") == first
    assert len(post.letters) == 1


def test_one_network_cannot_have_us_write_to_half_the_world(post: Postbox) -> None:
    said = [asked("10.9.9.9", email=f"lan{n}@soyte.example") for n in range(12)]
    assert "Có quá nhiều yêu cầu" in said[-1] and len(post.letters) == 10


def test_an_address_that_no_longer_exists_holds_up_nobody(post: Postbox) -> None:
    confirmed(post)
    rows = subscribers_file().read_text(encoding="utf-8")
    subscribers_file().write_text(rows.replace("lan@", "gone@"), encoding="utf-8")
    confirmed(post, email="hoa@soyte.example")
    days_back()
    published("2026-10", "95,6")
    ended = told()
    assert ended.returncode == 1 and "Không gửi được: 1" in ended.stderr
    assert [one["To"] for one in post.letters] == ["hoa@soyte.example"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"email": "lan"}, "chưa đúng"),
        ({"email": "lan@y-te.example\r\nBcc: all@y-te.example"}, "chưa đúng"),
        ({"email": "a" * 3000 + "@y-te.example"}, "chưa đúng"),
        ({"place": "99"}, "không có trong danh sách"),
        ({"email": ""}, "chưa đúng"),
    ],
)
def test_what_cannot_be_an_address_or_a_place_is_said(post: Postbox, fields: dict[str, str], says: str) -> None:
    assert says in asked(**fields)
    assert post.letters == [] and not subscribers_file().exists()


def test_a_mail_server_that_is_away_is_said_and_nothing_is_kept(post: Postbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_MAIL", f"smtp://127.0.0.1:{free_port()}?from=loa@y-te.example")
    assert "Chưa có gì được ghi lại" in asked()
    assert not subscribers_file().exists() and told().returncode == 1


def test_a_key_that_nobody_has_confirms_nothing(post: Postbox) -> None:
    assert "không còn hiệu lực" in pressed("/api/v1/subscriptions/confirm?key=abc&lang=vi")


def test_an_address_never_leaves_the_folder_of_the_desk(post: Postbox) -> None:
    confirmed(post)
    run()
    assert not [path for path in data_folder().rglob("*") if path.is_file() and ADDRESS.encode() in path.read_bytes()]


@pytest.mark.parametrize(
    ("mail", "address", "fault"),
    [
        ("mail.y-te.example", "https://y-te.example/", "ROADMAP72_MAIL"),
        ("smtp://mail.y-te.example", "https://y-te.example/", "ROADMAP72_MAIL"),
        ("smtp://mail.y-te.example?from=lan", "https://y-te.example/", "ROADMAP72_MAIL"),
        ("smtp://lan:secret@mail.y-te.example:99999?from=a@y-te.example", "https://y-te.example/", "ROADMAP72_MAIL"),
        ("smtp://mail.y-te.example?from=a@y-te.example", "", "ROADMAP72_ADDRESS"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named_without_its_password(
    mail: str, address: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROADMAP72_MAIL", mail)
    monkeypatch.setenv("ROADMAP72_ADDRESS", address)
    ended = told()
    assert ended.returncode == 1 and fault in ended.stderr and "secret" not in ended.stderr
