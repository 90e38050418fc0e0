"""The arguments of every contender: FOLDER OUT N."""

import os
import sys


def kits():
    """Gives the folder of each kit to make, and the file to write."""
    folder, out, n = sys.argv[-3], sys.argv[-2], int(sys.argv[-1])
    if os.path.exists(os.path.join(folder, "release.yaml")):
        folders = [folder]
    else:
        folders = sorted(e.path for e in os.scandir(folder) if e.is_dir())
    for i in range(n):
        yield folders[i % len(folders)], out
