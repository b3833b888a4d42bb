#!/usr/bin/env bash
# Builds and runs the consumer with pkg-config alone: pkg_config.sh COMPILER PREFIX LIBDIR FOLDER [FLAGS...]
set -euo pipefail
compiler=$1 prefix=$2 libdir=$3 folder=$4
shift 4
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
mkdir -p "$folder"
read -ra options <<<"$(pkg-config --cflags --libs actormap)"
"$compiler" -std=c++20 "$@" "$here/main.cpp" -o "$folder/consumer" "${options[@]}"
"$folder/consumer" "$here"/../../graphs/*.json
