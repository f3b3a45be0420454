"""The outside world: pure Python, no Flask, no database, no RQ."""
