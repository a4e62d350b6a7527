"""Reads `site.toml`: what a site says of itself, and whom it may send its visitors' verdicts to."""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from grader.faults import Fault, FaultList, quoted, read_text
from grader.manifest import is_line
from grader.toml import Lines, parse

NAME = "site.toml"
_KEYS = {"title", "logo", "report_url", "base_url", "embed"}
_LONGEST_TITLE = 60
# A logo is on every page, and beside what a page needs before it can be typed in.
_LARGEST_LOGO = 50_000
# Below this, browsers do not offer to install a site.
_SMALLEST_ICON = 192
_PNG = b"\x89PNG\r\n\x1a\n"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ORIGIN = re.compile(r"(https?)://([a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[1-9]\d{0,4})?")
_USUAL_PORTS = {"http": ":80", "https": ":443"}
# There no certificate is to be had, and nobody in between.
_OWN_MACHINE = ("localhost", "127.0.0.1")


@dataclass(frozen=True)
class Logo:
    """A picture of the site; `path` is relative to the site's root and has its content's hash."""

    path: str
    data: bytes = field(repr=False)

    @property
    def type(self) -> str:
        """The picture's media type."""
        return "image/png" if self.path.endswith(".png") else "image/svg+xml"

    @property
    def sizes(self) -> str:
        """The picture's width and height in pixels, as a web app manifest says them."""
        if self.type != "image/png":
            return "any"
        return "{}x{}".format(*struct.unpack(">II", self.data[16:24].ljust(8, b"\0")))

    @property
    def is_icon(self) -> bool:
        """Whether the installed site can have it as its icon: square, and large enough."""
        width, _, height = self.sizes.partition("x")
        return self.sizes == "any" or (width == height and int(width) >= _SMALLEST_ICON)


@dataclass(frozen=True)
class SiteConfig:
    """What is set for a whole site; what is empty is not there.

    `report_url` may hold the placeholders `{slug}` and `{version}`. `base_url` is where the site
    will be, with a slash at its end. A page in a frame answers to `embed_origins` alone.
    """

    title: str = "Scratchwork"
    logo: Logo | None = None
    report_url: str = ""
    base_url: str = ""
    embed_origins: tuple[str, ...] = ()

    def report_url_of(self, slug: str, version: str) -> str:
        """Return where to report something about a problem, or nothing."""
        return self.report_url.replace("{slug}", slug).replace("{version}", version)


def read_site_config(problems: Path, faults: list[Fault]) -> SiteConfig:
    """Read the file beside the problems, if there is one; note what is wrong in it."""
    path = problems / NAME
    text = read_text(path, faults) if path.exists() else None
    if text is None:
        return SiteConfig()
    reader = _Reader(text, path)
    data = parse(text, reader.faults)
    config = reader.read(data) if data is not None else SiteConfig()
    faults += reader.faults.faults
    return config


def list_files_of_site(problems: Path) -> list[Path]:
    """Return the licences, the file of the site's configuration, and a logo that it may use."""
    licences = list_licences(problems)
    if not (problems / NAME).is_file():
        return licences
    pictures = [path for path in problems.iterdir() if path.suffix in (".png", ".svg")]
    return [*licences, problems / NAME, *sorted(path for path in pictures if path.is_file())]


def list_licences(problems: Path) -> list[Path]:
    """Return the licences beside the problems: whoever passes a copy on passes them on too."""
    return sorted(path for path in problems.glob("LICENSE*") if path.is_file())


def clean_base_url(text: str) -> str:
    """Return where a site will be with a slash at its end; raise `ValueError` if it cannot be."""
    parts = _split(text)
    if not parts or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("is no absolute address; write one such as https://example.org/exercises/")
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise ValueError("has a '?' or a '#'; end it with the folder of the site")
    return f"{text.rstrip('/')}/"


class _Reader:
    """Reads one file; each getter notes what is wrong and returns an empty value."""

    def __init__(self, text: str, path: Path) -> None:
        self.lines = Lines(text)
        self.faults = FaultList(path)
        self.folder = path.parent

    def read(self, data: dict[str, Any]) -> SiteConfig:
        for key in sorted(data.keys() - _KEYS):
            self._wrong(key, f"unknown key {quoted(key)}; known are {', '.join(sorted(_KEYS))}")
        logo = self._text(data, "logo")
        return SiteConfig(
            title=self._title(data),
            logo=self._logo(logo) if logo else None,
            report_url=self._report_url(self._text(data, "report_url")),
            base_url=self._base_url(self._text(data, "base_url")),
            embed_origins=self._embed(data.get("embed", {})),
        )

    def _wrong(self, key: str, message: str, *place: str) -> None:
        self.faults.add(self.lines.of(*(place or (key,))), message)

    def _text(self, data: dict[str, Any], key: str) -> str:
        value = data.get(key, "")
        if value == "" and key not in data:
            return ""
        if not isinstance(value, str) or not is_line(value):
            self._wrong(key, f"'{key}' is not one line of text; write one, or leave it out")
            return ""
        return value

    def _title(self, data: dict[str, Any]) -> str:
        title = self._text(data, "title") or SiteConfig.title
        if len(title) > _LONGEST_TITLE:
            message = f"'title' has {len(title)} letters; give it at most {_LONGEST_TITLE}"
            self._wrong("title", message)
        return title

    def _logo(self, name: str) -> Logo | None:
        path = self.folder / name
        suffix = path.suffix
        if suffix not in (".png", ".svg") or Path(name).name != name:
            advice = "name a file.svg or file.png that is beside this file"
            self._wrong("logo", f"{quoted(name)} is no logo; {advice}")
        elif not path.is_file():
            self._wrong("logo", f"there is no file {quoted(name)} beside this one; add it")
        elif path.stat().st_size > _LARGEST_LOGO:
            size = f"{path.stat().st_size} bytes, more than {_LARGEST_LOGO}"
            self._wrong("logo", f"{quoted(name)} has {size}; every page shows it: make it smaller")
        elif not _is_picture(data := path.read_bytes(), suffix):
            self._wrong("logo", f"{quoted(name)} does not hold what its name says; export it again")
        else:
            digest = hashlib.sha256(data).hexdigest()[:12]
            return Logo(f"assets/logo-{digest}{suffix}", data)
        return None

    def _report_url(self, text: str) -> str:
        if not text:
            return ""
        filled = _PLACEHOLDER.sub("0", text)
        unknown = set(_PLACEHOLDER.findall(text)) - {"slug", "version"}
        parts = _split(filled)
        if unknown or "{" in filled or "}" in filled:
            known = "known are {slug} and {version}"
            self._wrong("report_url", f"'report_url' has a placeholder that is not known; {known}")
        elif parts and parts.scheme == "mailto" and "@" in parts.path:
            return text
        elif not parts or parts.scheme not in ("http", "https") or not parts.hostname:
            advice = "write one that begins with https:// or mailto:"
            self._wrong("report_url", f"'report_url' is no absolute address; {advice}")
        return text

    def _base_url(self, text: str) -> str:
        try:
            return clean_base_url(text) if text else ""
        except ValueError as error:
            self._wrong("base_url", f"'base_url' {error}")
            return ""

    def _embed(self, table: Any) -> tuple[str, ...]:
        if not isinstance(table, dict):
            self._wrong("embed", "'embed' is not a table; write [embed] and its keys below it")
            return ()
        for key in sorted(table.keys() - {"origins"}):
            self._wrong(key, f"unknown key {quoted(key)}; known is origins", "embed", key)
        origins = table.get("origins", [])
        if not isinstance(origins, list) or not all(isinstance(one, str) for one in origins):
            advice = 'write it as ["https://..."]'
            self._wrong(
                "origins", f"'origins' is not a list of texts; {advice}", "embed", "origins"
            )
            return ()
        for origin in origins:
            if fault := _fault_of_origin(origin):
                self._wrong("origins", f"{quoted(origin)} {fault}", "embed", "origins")
        return tuple(dict.fromkeys(origins))


def _is_picture(data: bytes, suffix: str) -> bool:
    if suffix == ".png":
        return data.startswith(_PNG)
    return b"<svg" in data[:2000]


def _split(text: str) -> Any:
    """Return the parts of an address, or None if it can be none."""
    if re.search(r"[\s\"<>\\]", text):
        return None
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _fault_of_origin(origin: str) -> str:
    """Return what is wrong with an origin: it must be, letter for letter, what browsers say."""
    found = _ORIGIN.fullmatch(origin)
    if not found:
        return "is no origin; write one as browsers do: https://example.org, without a path"
    scheme, host, _, port = found.groups()
    if scheme == "http" and host not in _OWN_MACHINE:
        return "is not secure: anybody in between could pose as it; write https://"
    if port == _USUAL_PORTS[scheme]:
        return f"names the usual port, which browsers leave out; remove {port}"
    return ""
