"""Drives WebKit: WebKitGTK's MiniBrowser by selenium, on an X server of its own."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

from selenium.webdriver import Remote, WebKitGTKOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service

# The driver hands over strings; a promise that is rejected would otherwise never end the script.
_CALL = """const [args, done] = arguments;
const told = (kind) => (value) => done(JSON.stringify({ [kind]: value ?? null }));
(%s)(...args).then(told("value"), (error) => told("error")(`${error}\\n${error?.stack}`));"""
_PATIENCE = 600  # seconds: longer than anything takes that ends at all


class WebKit:
    """WebKitGTK's MiniBrowser."""

    def __init__(self, driver: str, browser: str, screen: str) -> None:
        self.name = "webkit"
        self._screen, display = _start_screen(screen)
        self._service = Service(driver, env={**os.environ, "DISPLAY": display})
        self._service.start()
        options = WebKitGTKOptions()
        options.binary_location = browser
        options.add_argument("--automation")
        # A run may take as long as any, so the connection is as patient as the scripts.
        connection = ClientConfig(self._service.service_url, timeout=_PATIENCE)
        self._driver = Remote(RemoteConnection(client_config=connection), options=options)
        self._driver.set_script_timeout(_PATIENCE)
        self._driver.set_page_load_timeout(_PATIENCE)
        self.process: int = self._service.process.pid

    def open(self, url: str) -> None:
        """Load a page, instead of the one that is there."""
        self._driver.get(url)

    def evaluate(self, function: str, *args: Any) -> Any:
        """Call an async JavaScript function in the page."""
        answer = json.loads(self._driver.execute_async_script(_CALL % function, args))
        if "error" in answer:
            raise RuntimeError(f"webkit: {answer['error']}")
        return answer["value"]

    def close(self) -> None:
        """End the browser, its driver and its screen."""
        self._driver.quit()
        self._service.stop()
        self._screen.terminate()
        self._screen.wait()


def _start_screen(program: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start an X server that shows nothing; return it and the display's name."""
    reading, writing = os.pipe()
    command = [
        program,
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1440x900x24",
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
