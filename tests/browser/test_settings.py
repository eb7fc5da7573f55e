"""A setting that cannot be read stops the start with a sentence, and names itself."""

import subprocess
import sys

import pytest

from healthplan.text import Lang, say
from tests.browser.server import ROOT, free_port, surroundings


@pytest.mark.parametrize(("name", "value"), [("PROXIES", "nginx"), ("ADDRESS", "health.example")])
def test_the_start_stops_with_a_sentence(facts, name: str, value: str) -> None:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())]
    environment = surroundings(facts) | {f"ROADMAP72_{name}": value}
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode != 0
    for lang in Lang:
        assert say(lang, f"setting_{name.lower()}", value=value) in told.stderr
    assert "Traceback" not in told.stderr
