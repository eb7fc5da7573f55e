"""`make serve WORKERS=n`: n processes of Roadmap 72 and HAProxy in front of them, on one machine.

A process that ends is started again. SIGTERM or Ctrl-C ends all. Settings are those of the README; LISTEN and PORT say
where readers come in (127.0.0.1, 8501)."""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

HERE = Path(__file__).parent
ROOT = HERE.parent
SERVERS = re.compile(r"# <servers>.*# </servers>", re.DOTALL)
PAUSES = (0.2, 1.0, 5.0)  # seconds before a process is started again that keeps ending
PATIENCE = 60.0  # seconds for the first process to answer
STEADY = 30.0  # seconds after which it counts as running
NO_HAPROXY = (
    "HAProxy chưa được cài: apt-get install haproxy, hoặc `make haproxy`.\n"
    "HAProxy is not installed: apt-get install haproxy, or `make haproxy`.\n"
)


class Process:
    """One of ours, started again whenever it ends."""

    def __init__(self, port: int, environment: dict[str, str]) -> None:
        self.port = port
        options = {"server.port": str(port), "server.address": "127.0.0.1"}
        self.command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        self.command += [part for name, value in options.items() for part in (f"--{name}", value)]
        self.environment, self.failures, self.due = environment, 0, 0.0
        self.start()

    def start(self) -> None:
        """Starts it."""
        self.since = monotonic()
        self.running = subprocess.Popen(self.command, cwd=ROOT, env=self.environment)

    def look_after(self) -> None:
        """Starts it again when it has ended, the later the oftener it has."""
        if self.running.poll() is None:
            return
        if not self.due:
            self.failures = 0 if monotonic() - self.since > STEADY else self.failures + 1
            self.due = monotonic() + PAUSES[min(self.failures, len(PAUSES) - 1)]
        elif monotonic() >= self.due:
            self.due = 0.0
            self.start()


def configuration(ports: list[int]) -> str:
    """HAProxy's file with our processes in it."""
    servers = "\n    ".join(f"server p{port} 127.0.0.1:{port} cookie p{port}" for port in ports)
    return SERVERS.sub(servers, (HERE / "haproxy.cfg").read_text(encoding="utf-8"))


def wait_for(processes: list[Process]) -> None:
    """Until one of the processes answers; another minute at most, and its readers get a sentence."""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        for one in processes:
            one.look_after()
            with suppress(OSError), urlopen(f"http://127.0.0.1:{one.port}/readyz", timeout=1):
                return
        sleep(0.2)


def free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody listens at."""
    found = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in found]
    for one in found:
        one.close()
    return ports


def main() -> int:
    """Runs until it is told to end. Returns 1 without HAProxy or when that ends by itself."""
    program = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if program is None:
        sys.stderr.write(NO_HAPROXY)
        return 1
    ports = free_ports(max(int(os.environ.get("WORKERS") or os.cpu_count() or 2), 1))
    bind = f"{os.environ.get('LISTEN') or '127.0.0.1'}:{os.environ.get('PORT') or '8501'}"
    proxies = ",".join(filter(None, ("127.0.0.1", os.environ.get("ROADMAP72_PROXIES"))))
    ours = os.environ | {
        "PYTHONPATH": str(ROOT),
        "ROADMAP72_PROXIES": proxies,
        # One secret for all: what one process signs, another must believe.
        "STREAMLIT_SERVER_COOKIE_SECRET": os.environ.get("STREAMLIT_SERVER_COOKIE_SECRET") or secrets.token_hex(32),
    }
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "haproxy.cfg"
        file.write_text(configuration(ports), encoding="utf-8")
        told = {"ROADMAP72_BIND": bind, "ROADMAP72_SOCKET": os.environ.get("ROADMAP72_SOCKET") or f"{folder}/admin"}
        running: list[subprocess.Popen[bytes]] = []
        processes = [Process(port, ours) for port in ports]
        try:
            wait_for(processes)
            proxy = subprocess.Popen([program, "-db", "-f", str(file)], env=os.environ | told)
            running.append(proxy)
            sys.stdout.write(f"http://{bind}\n")
            sys.stdout.flush()
            while proxy.poll() is None:
                for one in processes:
                    one.look_after()
                sleep(0.1)
            return 1
        except KeyboardInterrupt:
            return 0
        finally:
            end([*running, *(one.running for one in processes)])


def end(running: list[subprocess.Popen[bytes]]) -> None:
    """Asks all to end, and waits."""
    for one in running:
        one.terminate()
    for one in running:
        try:
            one.wait(20)
        except subprocess.TimeoutExpired:
            one.kill()


if __name__ == "__main__":
    raise SystemExit(main())
