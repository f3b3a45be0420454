"""The yardstick: a Flask page that does one query through the ORM and shows its 200 rows."""

from __future__ import annotations

import os

from flask import Flask, render_template_string
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import Mapped, mapped_column

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["BARE_DATABASE"]
db = SQLAlchemy(app)
PAGE = """<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>Table</title></head><body><h1>Table</h1>
<table>{% for row in rows %}<tr><td>{{ row.id }}</td><td>{{ row.name }}</td><td>{{ row.city }}</td>
<td>{{ row.score }}</td><td>{{ row.phone }}</td></tr>{% endfor %}</table></body></html>"""


class Lead(db.Model):
    """A prospect's row."""

    __tablename__ = "leads"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str]
    score: Mapped[int]


@app.get("/")
def table() -> str:
    """Show 200 rows."""
    return render_template_string(PAGE, rows=db.session.scalars(db.select(Lead).limit(200)).all())
