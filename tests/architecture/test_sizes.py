"""Files, functions, routes, jobs and templates stay small."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from app import ROOT

FILE, FILE_P90, FUNCTION, ROUTE, JOB, TEMPLATE, PARAMETERS = 300, 200, 40, 12, 15, 80, 5
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _sources() -> list[Path]:
    return [*sorted((ROOT / "app").rglob("*.py")), ROOT / "worker.py", ROOT / "wsgi.py"]


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines())


@cache
def _functions() -> list[tuple[Path, Function]]:
    trees = ((path, ast.parse(path.read_text())) for path in _sources())
    return [(path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, Function)]


def _length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _body_length(node: Function) -> int:
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


def test_files_are_short() -> None:
    sizes = sorted((_lines(path), path.relative_to(ROOT)) for path in _sources())
    assert sizes[-1][0] <= FILE, sizes[-3:]
    assert sizes[int(len(sizes) * 0.9)][0] <= FILE_P90


def test_functions_are_short() -> None:
    long = [f"{path.relative_to(ROOT)}:{node.name}" for path, node in _functions() if _length(node) > FUNCTION]
    assert not long


def test_routes_and_jobs_hold_no_rule() -> None:
    long = []
    for path, node in _functions():
        called = [ast.unparse(each.func) for each in node.decorator_list if isinstance(each, ast.Call)]
        if any("blueprint" in name for name in called) and _body_length(node) > ROUTE:
            long.append(f"{path.relative_to(ROOT)}:{node.name}")
        if path.name == "jobs.py" and _body_length(node) > JOB:
            long.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert not long


def test_functions_take_few_parameters() -> None:
    crowded = []
    for path, node in _functions():
        names = [each.arg for each in (*node.args.posonlyargs, *node.args.args) if each.arg not in {"self", "cls"}]
        if len(names) > PARAMETERS:
            crowded.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert not crowded


def test_templates_are_short() -> None:
    sizes = sorted((_lines(path), path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html"))
    assert sizes[-1][0] <= TEMPLATE, sizes[-3:]


def test_worker_and_factory_stay_tiny() -> None:
    assert _lines(ROOT / "worker.py") < 40
    assert _lines(ROOT / "app" / "__init__.py") < 80


def test_names_say_what_things_are() -> None:
    banned = ("util", "helper", "manager", "handler", "process_", "do_")
    paths = [path for path in _sources() if any(word in path.stem for word in banned[:4])]
    names = [f"{path.relative_to(ROOT)}:{node.name}" for path, node in _functions() if node.name.startswith(banned[4:])]
    # WSGI, SQLAlchemy and http.server name these methods themselves.
    assert not paths
    assert not [name for name in names if not name.endswith(("process_bind_param", "process_result_value"))]
