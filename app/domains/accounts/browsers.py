"""What a browser says it is, in names a person knows; what is not recognised has none."""

from __future__ import annotations

# The first that is found: most browsers also claim to be those below them.
_BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
             ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
_SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"),
            ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux"))  # fmt: skip


_HANDHELD = {"iPhone", "iPad", "Android"}


def browser_of(agent: str) -> str:
    """Return the name of the browser of a User-Agent, or ""."""
    return _first(_BROWSERS, agent)


def system_of(agent: str) -> str:
    """Return the name of the device or the system of a User-Agent, or ""."""
    return _first(_SYSTEMS, agent)


def named(browser: str, system: str) -> str:
    """Return what a journal calls a device, in any language: « Chrome, Android »; empty when nothing is known."""
    return ", ".join(filter(None, (browser, system)))


def is_handheld(system: str) -> bool:
    """Tell whether a system is that of a phone or a tablet."""
    return system in _HANDHELD


def _first(names: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for sign, name in names if sign in agent), "")
