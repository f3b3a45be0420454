"""Join, fingerprint and serve the stylesheet, the script and the pictures of the interface.

Everything is read, joined and compressed once, at start-up, and kept in memory: a page costs one CSS and one script.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.resources
import importlib.util
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask, Response, abort, current_app, request

from app.core.icons import heroicon

STATIC = Path(__file__).resolve().parents[2] / "static"
FOREVER = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".ico": "image/x-icon",
         ".webp": "image/webp"}  # fmt: skip


@dataclass(frozen=True)
class Asset:
    """One file as the browser receives it, with its compressed copies by Content-Encoding."""

    content: bytes
    content_type: str
    packed: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class AssetSet:
    """Every asset by fingerprinted path, and the fingerprinted path of every plain name."""

    by_path: dict[str, Asset]
    path_of: dict[str, str]

    @classmethod
    def read(cls, static: Path) -> AssetSet:
        """Read, join and compress the folder `static`; raises FileNotFoundError when the htmx script is missing."""
        by_path: dict[str, Asset] = {}
        path_of: dict[str, str] = {}
        for name, content in _sources(static):
            path = _fingerprinted(name, content)
            by_path[path] = _packed(name, content)
            path_of[name] = path
        return cls(by_path, path_of)


def init_app(app: Flask, *, static: Path = STATIC) -> None:
    """Serve /assets/<name>-<hash>.<ext> and /favicon.ico, and give templates `asset_url(name)` and `heroicon(name)`."""
    assets = AssetSet.read(static)
    read_at = _newest_change(static)

    def asset_url(name: str) -> str:
        nonlocal assets, read_at
        if app.debug and _newest_change(static) != read_at:
            assets, read_at = AssetSet.read(static), _newest_change(static)
        return f"/assets/{assets.path_of[name]}"

    def serve_asset(path: str) -> Response:
        found = assets.by_path.get(path)
        return _answer(found, FOREVER) if found else abort(404)

    def serve_favicon() -> Response:
        return _answer(assets.by_path[assets.path_of["img/favicon.ico"]], FOR_A_DAY)

    app.add_url_rule("/assets/<path:path>", "assets.serve", serve_asset)
    app.add_url_rule("/favicon.ico", "assets.favicon", serve_favicon)
    app.jinja_env.globals.update(asset_url=asset_url, heroicon=heroicon)
    app.extensions["asset_url"] = asset_url


def address(name: str) -> str:
    """Return the address of an asset, as templates get it from `asset_url`."""
    return str(current_app.extensions["asset_url"](name))


def _sources(static: Path) -> Iterator[tuple[str, bytes]]:
    css = static / "css"
    sheets = [css / "tokens.css", css / "base.css", *sorted((css / "components").glob("*.css"))]
    yield "app.css", _tightened_css("\n".join(sheet.read_text("utf-8") for sheet in sheets)).encode()
    htmx = importlib.resources.files("js_lib_htmx") / "static" / "htmx" / "htmx.min.js"
    scripts = [_tightened_js(script.read_text("utf-8")) for script in sorted((static / "js").glob("*.js"))]
    yield "app.js", "\n;".join([htmx.read_text("utf-8"), *scripts]).encode()
    for picture in sorted((static / "img").rglob("*")):
        if picture.is_file():
            yield picture.relative_to(static).as_posix(), picture.read_bytes()


def _tightened_css(text: str) -> str:
    # Comments and runs of blanks only: what is inside strings has neither in our sheets.
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()


def _tightened_js(text: str) -> str:
    # Whole-line comments and indentation only: our scripts hold no multi-line strings.
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _fingerprinted(name: str, content: bytes) -> str:
    stem, dot, extension = name.rpartition(".")
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{dot}{extension}"


def _packed(name: str, content: bytes) -> Asset:
    suffix = Path(name).suffix
    content_type = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    if not (content_type.startswith("text/") or suffix == ".svg"):
        return Asset(content, content_type)
    packed = {"gzip": gzip.compress(content, compresslevel=9, mtime=0)}
    if importlib.util.find_spec("brotli"):
        brotli = importlib.import_module("brotli")
        packed = {"br": brotli.compress(content, quality=11), **packed}
    return Asset(content, f"{content_type}; charset=utf-8", packed)


def _answer(asset: Asset, cache_control: str) -> Response:
    # `br` first: it is the smallest, and browsers list both without a preference.
    encoding = next((name for name in asset.packed if request.accept_encodings[name] > 0), None)
    response = Response(asset.packed[encoding] if encoding else asset.content, content_type=asset.content_type)
    response.headers["Cache-Control"] = cache_control
    if asset.packed:
        response.headers["Vary"] = "Accept-Encoding"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def _newest_change(static: Path) -> float:
    return max(path.stat().st_mtime for path in static.rglob("*"))
