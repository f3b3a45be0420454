"""Gunicorn's settings, read by itself from this folder; the command line wins over them.

https://docs.gunicorn.org/en/stable/settings.html
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

MEMORY = Path("/dev/shm")  # noqa: S108  # gunicorn makes a file of its own there, with a name nobody guesses
# The whole server ends with a worker that ends on this code (gunicorn/arbiter.py).
BOOT_ERROR = 3

wsgi_app = "wsgi:app"
bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = int(os.environ.get("WEB_THREADS") or 4)
# The longest page waits for one outside call, which ends within 30 s.
timeout = 60
# What was begun when a release replaces this one is answered.
graceful_timeout = 30
# Longer than what stands in front keeps an idle connection (Caddy two minutes, most of them one): closed from here
# first, it would be found closed by the next request.
keepalive = 150
# A worker is renewed now and then, the two not together: a slow leak never becomes an outage.
max_requests = 5_000
max_requests_jitter = 500
# Heartbeats in memory: on a read-only or a slow disk, a worker would be taken for dead.
worker_tmp_dir = str(MEMORY) if MEMORY.is_dir() else None
# The application writes one line a request itself, with its id and without its query.
accesslog = None
errorlog = "-"
loglevel = os.environ.get("GUNICORN_LOG_LEVEL") or "warning"
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Refuse to start on a database this code cannot run on, with one line on what to run; else be ready to serve."""
    from app.core.schema import refusal
    from app.core.templating import compile_all

    if worker.app.app_uri != wsgi_app:
        return
    # Those started later replace workers of a site that serves already.
    trouble = refusal(worker.wsgi) if worker.age <= worker.cfg.workers else ""
    if trouble and worker.age == 1:
        sys.stderr.write(f"{trouble}\n")
        sys.exit(BOOT_ERROR)
    if not trouble:
        compile_all(worker.wsgi)
    else:
        # Two that ended on that code at the same moment would end the server in a traceback: this one is told to.
        while worker.alive:
            time.sleep(0.1)
        sys.exit()
