#!/usr/bin/python3
"""Runs a command and says what it took: `command.py PROGRAM [WORD...]`, for bench/compare.

One line of JSON: CPU and wall seconds, and the most memory. A process of its own, and a small one, because a process's maximum
includes that of the process that started it.
"""
import json
import os
import subprocess
import sys
import time

start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "wall": time.perf_counter() - start, "calls": 1,
                  "graph": 0, "peak": 1024 * usage.ru_maxrss}))
sys.exit(process.returncode)
