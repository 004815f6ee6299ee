"""Asks the running program what a screen reader asks, over AT-SPI. test_atspi.py ONSCREEN PROGRAM; runs itself again on
an X server, by tests/support/onscreen, and a session bus of its own."""
import os
import subprocess
import sys
import tempfile
import time

PATIENCE = 90


def start_alone():
    """Runs this again where nothing of the desktop can be seen or changed."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home, "IDSCOPE_ATSPI_ALONE": "1",
                       "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config", "LC_ALL": "C.UTF-8",
                       "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
        os.chmod(home, 0o700)
        command = [sys.argv[1], "1440x900", "dbus-run-session", "--", sys.executable]
        return subprocess.run(command + sys.argv, env=environment, timeout=2 * PATIENCE).returncode


def every(accessible, depth=0):
    yield accessible
    if depth > 30:
        return
    for i in range(min(accessible.get_child_count(), 80)):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from every(child, depth + 1)


def wait_for(what, condition):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.3)
    sys.exit(f"timed out: {what}")


def main(program):
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "people.csv")
        with open(file, "w", encoding="utf-8") as out:
            out.write("id,name\n1,Ada\n2,Grace\n")
        with subprocess.Popen([program, file]) as process:
            try:
                def application():
                    desktop = Atspi.get_desktop(0)
                    children = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
                    return next((child for child in children if child and child.get_process_id() == process.pid), None)

                def table():
                    kinds = (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE)
                    tables = (each for each in every(wait_for("the program on the bus", application))
                              if each.get_role() in kinds)
                    return next((each for each in tables if each.get_n_rows() == 2), None)

                found = wait_for("the table", table)
                cells = found
                name = next(column for column in range(cells.get_n_columns())
                            if cells.get_column_description(column) == "name")
                assert cells.get_accessible_at(1, name).get_name() == "Grace", "a cell has its text as name"
                assert found.get_name(), "the table has a name"
                roles = [each.get_role() for each in every(application())]
                for role in (Atspi.Role.MENU_BAR, Atspi.Role.PUSH_BUTTON, Atspi.Role.TREE):
                    assert role in roles, f"{role} is there"
            finally:
                process.terminate()
    print("screen readers can read the window")


if __name__ == "__main__":
    if "IDSCOPE_ATSPI_ALONE" in os.environ:
        main(sys.argv[2])
    else:
        sys.exit(start_alone())
