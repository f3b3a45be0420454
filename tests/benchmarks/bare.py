"""The yardstick: a Flask page that does one query and shows 200 rows."""

from __future__ import annotations

import os
import sqlite3

from flask import Flask, render_template_string

app = Flask(__name__)
PAGE = """<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>Table</title></head><body><h1>Table</h1>
<table>{% for row in rows %}<tr><td>{{ row[0] }}</td><td>{{ row[1] }}</td><td>{{ row[2] }}</td></tr>{% endfor %}</table>
</body></html>"""


@app.get("/")
def table() -> str:
    """Show 200 rows of the prospects' table."""
    connection = sqlite3.connect(os.environ["BARE_DATABASE"])
    rows = connection.execute("SELECT id, name, city FROM leads LIMIT 200").fetchall()
    connection.close()
    return render_template_string(PAGE, rows=rows)
