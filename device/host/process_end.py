"""The end of a process: at once where it can't go on, or in order to be started again."""

from __future__ import annotations

import logging
import os
import signal
import threading

log = logging.getLogger(__name__)

EXIT_FAILED = 70
"""`EX_SOFTWARE` of sysexits.h: the supervisor or systemd starts the process again."""
ANSWER_S = 0.3
"""Time for the answer to whoever asked for the end."""


def end_process_in_order() -> None:
    """Asks this process to end as by SIGTERM, soon after the present request is answered.

    systemd and `okng run` start it again, with the settings as they are then.
    """
    timer = threading.Timer(ANSWER_S, os.kill, (os.getpid(), signal.SIGTERM))
    timer.daemon = True
    timer.start()


def end_process() -> None:
    """Ends the process now, with status 70."""
    logging.shutdown()
    os._exit(EXIT_FAILED)


def end_process_within(timeout_s: float) -> None:
    """Ends the process when its orderly end takes longer."""

    def end() -> None:
        log.critical("the orderly end took more than %g s; the process ends without it", timeout_s)
        end_process()

    timer = threading.Timer(timeout_s, end)
    timer.daemon = True
    timer.start()


def end_process_when_a_thread_fails() -> None:
    """Ends the process when any thread fails: a pipeline that lost one must not look alive."""
    threading.excepthook = _on_thread_failure


def _on_thread_failure(failure: threading.ExceptHookArgs) -> None:
    name = failure.thread.name if failure.thread else "?"
    log.critical("thread %s failed; the process ends", name, exc_info=failure.exc_value)
    end_process()
