"""Servers of benchmarks and browser journeys: started on free ports, in a folder of their own, ended by their pid."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

from app import ROOT

START_SECONDS = 180


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def clean_environment(instance: Path, **values: str) -> dict[str, str]:
    """Return an environment with nothing of this machine's settings in it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "INSTANCE_FOLDER": str(instance), "PYTHONPATH": str(ROOT), **values}


@contextmanager
def running(
    command: Sequence[str], env: Mapping[str, str], url: str, said: Path = Path(os.devnull)
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; wait for `url` to answer first. What it says is added to the file `said`."""
    with said.open("ab") as out:
        process = subprocess.Popen(list(command), env=dict(env), cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(url, process)
        yield process
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{url} did not answer in {START_SECONDS} s")


def gunicorn(application: str, port: int, threads: int = 1) -> list[str]:
    """Return the command of two workers, sync ones where each has a single thread."""
    return [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "2",
            "--threads", str(threads), "--graceful-timeout", "5", "--log-level", "error"]  # fmt: skip


def flask(env: Mapping[str, str], *arguments: str) -> str:
    """Run a command of the product and return what it printed."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
    return subprocess.run(command, env=dict(env), cwd=ROOT, check=True, capture_output=True, text=True).stdout


def sign_in(base: str, email: str, password: str) -> str:
    """Sign in through the form; return the cookie header."""
    jar = CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = opener.open(f"{base}/connexion", timeout=10).read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token is not None, "the sign-in form carries no token"
    form = {"email": email, "password": password, "csrf_token": token.group(1)}
    opener.open(f"{base}/connexion", urllib.parse.urlencode(form).encode(), timeout=10).read()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
