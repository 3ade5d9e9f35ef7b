"""A bare WSGI application: constant bodies, of the sizes that the API answers."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Written by who starts the server: the bodies by path.
_BODIES = {
    path: body.encode()
    for path, body in json.loads(Path(os.environ["BODIES"]).read_text(encoding="utf-8")).items()
}


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    body = _BODIES[environ["PATH_INFO"]]
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]
