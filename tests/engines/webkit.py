"""Drives WebKit: WebKitGTK's MiniBrowser by selenium, on an X server of its own."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Keys, Remote, WebKitGTKOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.service import Service

# The driver hands over strings; a promise that is rejected would otherwise never end the script.
_CALL = """const [args, done] = arguments;
const told = (kind) => (value) => done(JSON.stringify({ [kind]: value ?? null }));
(%s)(...args).then(told("value"), (error) => told("error")(`${error}\\n${error?.stack}`));"""
_FIND = """const [args, done] = arguments;
(%s)(...args).then(done, (error) => done(`${error}\\n${error?.stack}`));"""
_PATIENCE = 600  # seconds: longer than anything takes that ends at all
_SCREEN = (1440, 900)


class WebKit:
    """WebKitGTK's MiniBrowser."""

    def __init__(self, driver: str, browser: str, screen: str) -> None:
        self.name = "webkit"
        self._folder = tempfile.TemporaryDirectory()
        self.downloads = Path(self._folder.name)
        self._screen, display = _start_screen(screen)
        told = {"DISPLAY": display, "XDG_CONFIG_HOME": str(_choose(self.downloads))}
        self._service = Service(driver, env={**os.environ, **told})
        self._service.start()
        options = WebKitGTKOptions()
        options.binary_location = browser
        options.add_argument("--automation")
        # A run may take as long as any, so the connection is as patient as the scripts.
        connection = ClientConfig(self._service.service_url, timeout=_PATIENCE)
        self._driver = Remote(RemoteConnection(client_config=connection), options=options)
        self._driver.file_detector = UselessFileDetector()  # its driver takes paths, not files
        self._driver.set_script_timeout(_PATIENCE)
        self._driver.set_page_load_timeout(_PATIENCE)
        self._driver.set_window_rect(0, 0, *_SCREEN)
        self.process: int = self._service.process.pid

    def open(self, url: str) -> None:
        """Load a page, instead of the one that is there."""
        self._driver.switch_to.default_content()
        self._driver.get(url)

    def evaluate(self, function: str, *args: Any) -> Any:
        """Call an async JavaScript function in the page."""
        answer = json.loads(self._driver.execute_async_script(_CALL % function, args))
        if "error" in answer:
            raise RuntimeError(f"webkit: {answer['error']}")
        return answer["value"]

    def click(self, function: str, *args: Any) -> None:
        """Press the element that a JavaScript function returns."""
        self._find(function, args).click()

    def give(self, path: Path, function: str, *args: Any) -> None:
        """Choose a file in the field that a JavaScript function returns."""
        self._find(function, args).send_keys(str(path))

    def type(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        ActionChains(self._driver, duration=10).send_keys(text.replace("\n", Keys.ENTER)).perform()

    def press(self, keys: str) -> None:
        """Press keys at once, named as in `Control+a`."""
        chain = ActionChains(self._driver, duration=0)
        names = [getattr(Keys, name.upper(), name) for name in keys.split("+")]
        for name in names:
            chain.key_down(name)
        for name in reversed(names):
            chain.key_up(name)
        chain.perform()

    def resize(self, width: int, height: int) -> None:
        """Give the page a size."""
        self._driver.set_window_size(width, height)

    def reload(self) -> None:
        """Load the page again."""
        self._driver.refresh()

    def enter(self, function: str, *args: Any) -> None:
        """Turn to the frame that a JavaScript function returns."""
        self._driver.switch_to.frame(self._find(function, args))

    def leave(self) -> None:
        """Turn back from a frame to the page."""
        self._driver.switch_to.default_content()

    def _find(self, function: str, args: tuple[Any, ...]) -> WebElement:
        found = self._driver.execute_async_script(_FIND % function, args)
        if not isinstance(found, WebElement):
            raise RuntimeError(f"webkit: {found}")
        return found

    def close(self) -> None:
        """End the browser, its driver and its screen."""
        self._driver.quit()
        self._service.stop()
        self._screen.terminate()
        self._screen.wait()
        self._folder.cleanup()


def _choose(downloads: Path) -> Path:
    """Choose where downloads go; return the folder whose settings say so."""
    settings = downloads / "settings"
    settings.mkdir()
    (settings / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', "utf-8")
    return settings


def _start_screen(program: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start an X server that shows nothing; return it and the display's name."""
    reading, writing = os.pipe()
    command = [
        program,
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "{}x{}x24".format(*_SCREEN),
        "-nolisten",
        "tcp",
    ]
    screen = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    return screen, f":{number}"
