"""Whoever sends slowly, through the proxy of the example, keeps nobody else waiting."""

from __future__ import annotations

import socket
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app import ROOT
from tests.servers import clean_environment, free_port, running

# Reads what is sent, as a form does, and answers.
SITE = """def site(environ, start_response):
    environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]
"""


@pytest.fixture
def front(tmp_path: Path) -> Iterator[int]:
    """Serve a site of two threads behind Caddy, as the example has it but for the addresses; its port."""
    site, proxy = free_port(), free_port()
    (tmp_path / "slow.py").write_text(SITE)
    example = (ROOT / "Caddyfile.example").read_text().replace("127.0.0.1:8000", f"127.0.0.1:{site}")
    example = example.replace("astrogrowth.example.ca {", f"http://127.0.0.1:{proxy} {{\n\tbind 127.0.0.1", 1)
    (tmp_path / "Caddyfile").write_text(example.replace("{\n", "{\n\tadmin off\n", 1))
    folders = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(tmp_path))
    env = clean_environment(tmp_path, WEB_CONCURRENCY="1", WEB_THREADS="2", PORT=str(site), **folders)
    gunicorn = [sys.executable, "-m", "gunicorn", "--chdir", str(tmp_path), "slow:site"]
    caddy = [str(Path(sys.executable).parent / "caddy"), "run", "--adapter", "caddyfile", "--config"]
    with ExitStack() as stack:
        stack.enter_context(running([*gunicorn, "-c", str(ROOT / "gunicorn.conf.py")], env, f"http://127.0.0.1:{site}"))
        stack.enter_context(running([*caddy, str(tmp_path / "Caddyfile")], env, f"http://127.0.0.1:{proxy}"))
        yield proxy


@pytest.mark.long
def test_forms_that_never_end_keep_nobody_waiting(front: int) -> None:
    head = f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{front}\r\nContent-Length: 100000\r\n\r\n"
    with ExitStack() as stack:
        for _sender in range(12):
            slow = stack.enter_context(socket.create_connection(("127.0.0.1", front)))
            slow.sendall(head.encode() + b"a" * 40_000)
        for _other in range(3):
            with urllib.request.urlopen(f"http://127.0.0.1:{front}/", timeout=20) as answer:
                assert answer.read() == b"ok"
