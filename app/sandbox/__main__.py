"""Run the sandbox: python -m app.sandbox --port 8001 --smtp-port 8026."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from app.sandbox.server import RunningSandbox
from app.sandbox.state import SandboxState, Settings


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m app.sandbox", description=__doc__)
    environ = os.environ
    parser.add_argument("--port", type=int, default=int(environ.get("SANDBOX_PORT") or 8001))
    parser.add_argument("--smtp-port", type=int, default=int(environ.get("SANDBOX_SMTP_PORT") or 8026))
    parser.add_argument("--overpass-file", default=environ.get("SANDBOX_OVERPASS_FILE", ""))
    parser.add_argument("--state", type=Path, default=None, help="file that keeps posts, mail and tokens")
    return parser.parse_args()


def main() -> int:
    """Serve until SIGTERM or Ctrl-C, and return the exit status."""
    wanted = _arguments()
    if wanted.overpass_file and not Path(wanted.overpass_file).is_file():
        sys.stderr.write(f"no such Overpass file: {wanted.overpass_file}\n")
        return 1
    over = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: over.set())
    state = SandboxState(Settings(overpass_file=wanted.overpass_file), file=wanted.state)
    try:
        sandbox = RunningSandbox(state, port=wanted.port, smtp_port=wanted.smtp_port, log=True).start()
    except (OSError, SystemExit) as error:
        sys.stderr.write(f"the sandbox cannot listen: {error}\n")
        return 1
    sys.stdout.write(f'{{"sandbox": "{sandbox.url}", "smtp_port": {sandbox.smtp_port}}}\n')
    sys.stdout.flush()
    over.wait()
    sandbox.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
