"""The page of results, its CSV and its sheet of paper, for a workspace or one campaign."""

from __future__ import annotations

from flask import Response, g, render_template, request
from flask.typing import ResponseReturnValue

from app.core import clock, csv_files
from app.core.access import may
from app.core.forms import whole_number
from app.core.i18n import NBSP, counted, day, dotted, moment, number
from app.domains.publishing import onepager, result_words, services
from app.domains.publishing.calendar import next_departure
from app.domains.publishing.charts import chart
from app.domains.publishing.next_steps import next_step
from app.domains.publishing.presence import nav_state
from app.domains.publishing.results import Results, Scope, has_approved, must_type, results
from app.domains.publishing.situation import Situation
from app.domains.publishing.standing import standing

SHOWN = 10


def page(scope: Scope, title: str, here: str) -> ResponseReturnValue:
    """Show what came of a scope; what is not fresh is asked for, and nobody waits for it."""
    if not g.workspace.is_demo:
        services.refresh(scope.workspace_id)
    found = results(scope)
    order, since = request.args.get("tri", ""), whole_number(request.args.get("depuis", "")) or 0
    typing = bool(found.lines) and not g.workspace.is_demo and must_type(scope)
    return render_template(
        "publishing/results.html", found=found, lines=found.sorted_by(order)[since : since + SHOWN], order=order,
        following=since + SHOWN if len(found.lines) > since + SHOWN else None, since=since,
        account_of=result_words.account,
        chart=chart(found.trend), title=title,
        here=here, typing=typing, may_type=typing and may("content.write"), campaign_id=scope.campaign_id,
        what_next=_what_next(scope, found), words=result_words, workspace=g.workspace,
    )  # fmt: skip


def _what_next(scope: Scope, found: Results) -> tuple[str, str, str]:
    """Return one sentence, one button and its address."""
    demo, frame = g.workspace.is_demo, nav_state()
    if not found.lines:
        return _before_any(scope)
    if frame and not demo:
        now = Situation(frame.connected, frame.waiting_count, standing(scope))
        if step := next_step(now, may, without={"see_results"}):
            return step.sentence, step.label, step.address
    return result_words.what_next(found, may_link=may("content.write") and not demo)


def _before_any(scope: Scope) -> tuple[str, str, str]:
    """Return what comes before any result: an approval, an account to leave by, or a departure."""
    frame = nav_state()
    if not has_approved(scope):
        return result_words.NEXT_FIRST
    if frame and not (frame.connected or frame.demo) and may("connection.manage"):
        return result_words.NO_ACCOUNT
    departure = next_departure(scope.workspace_id, scope.campaign_id) if may("delivery.read") else None
    return result_words.awaited(departure)


def csv_file(scope: Scope) -> Response:
    """Give every publication with its figures, newest first."""
    rows = map(result_words.row, results(scope).lines)
    return _file("".join(csv_files.pieces(result_words.HEADERS, rows)).encode(), "text/csv", "csv")


def pdf_file(scope: Scope, title: str) -> Response:
    """Give the results on one page of paper."""
    found = results(scope)
    return _file(onepager.drawn(_sheet(found, title)), "application/pdf", "pdf")


def _file(body: bytes, kind: str, ending: str) -> Response:
    answer = Response(body, mimetype=kind)
    name = f"resultats-{clock.today().isoformat()}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _sheet(found: Results, title: str) -> onepager.Sheet:
    drawing = chart(found.trend)
    demo = f" {result_words.DEMO}." if g.workspace.is_demo else ""
    return onepager.Sheet(
        title=result_words.TITLE,
        subtitle=dotted([title, counted(found.publications, "publication envoyée", "publications envoyées")]),
        figures=[
            (label, number(value), change)
            for label, value, change, _meaning in result_words.figures(found)
        ],
        chart=drawing,
        chart_title=result_words.TREND,
        chart_words=result_words.trend(drawing) if drawing else "",
        sentences=result_words.conclusions(found) if found.lines else [result_words.NEXT_FIRST[0]],
        sentences_title=result_words.WORKS,
        rows=[
            (day(each.published_at), each.text, counted(each.engagement, "interaction", "interactions"))
            for each in sorted(found.lines, key=lambda each: -each.engagement)[:SHOWN]
        ],
        rows_title=result_words.BEST_ROWS,
        foot=f"{result_words.FOOT}{NBSP}: {moment(clock.now())}.{demo}",
    )  # fmt: skip
