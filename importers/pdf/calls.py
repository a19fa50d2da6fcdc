"""Calls of the engine for every character and every object of a page, at the least cost Python allows."""

from collections.abc import Callable
from ctypes import CFUNCTYPE, c_void_p, cast
from typing import Any

from pypdfium2 import PdfPage, PdfTextPage


def bare(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same function of the engine, taking plain addresses, so that `map` may call it."""
    called: Callable[..., Any] = CFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)
    return called


def address(thing: PdfPage | PdfTextPage) -> int:
    return cast(thing.raw, c_void_p).value or 0
