"""Do the jobs of the queues, and ring what is due: `python worker.py [--queues now,soon,bulk] [--burst]`."""

from __future__ import annotations

import argparse

from app import create_app
from app.core.background import QUEUES
from app.core.keeping import run_worker
from app.domains.contents.warming import warm


def main() -> None:
    """Read the command line and work."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queues", default=",".join(QUEUES), help="in order of preference")
    parser.add_argument("--burst", action="store_true", help="drain the queues, then end")
    options = parser.parse_args()
    names = [name.strip() for name in options.queues.split(",") if name.strip()]
    unknown = sorted(set(names) - set(QUEUES))
    if unknown or not names:
        parser.error(f"queues are {', '.join(QUEUES)}; not {', '.join(unknown) or 'an empty list'}")
    app = create_app()
    warm(app.config["SETTINGS"])
    run_worker(app, names, burst=options.burst)


if __name__ == "__main__":
    main()
