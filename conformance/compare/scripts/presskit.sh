#!/bin/sh
# presskit.sh PROGRAM FORMAT FOLDER OUT N: makes one kit with the command.
exec "$1" build --quiet --format "$2" --output "$4.kit" "$3/release.yaml"
