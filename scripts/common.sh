# Sourced by the scripts beside it: where the project is, and what it needs from Debian.

project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cores=$(nproc)
python=/usr/bin/python3

packages=(
  g++ cmake ninja-build pkg-config git       # building
  libboost-dev libgraphviz-dev nlohmann-json3-dev libfmt-dev libutf8proc-dev
  libsimdjson-dev libcli11-dev libmd-dev libexpat1-dev zlib1g-dev
  fonts-dejavu-core                          # the fonts of the pictures: Latin, Greek, Cyrillic, …
  fonts-wqy-microhei fonts-tlwg-loma-ttf fonts-lohit-deva  # Chinese, Japanese, Korean; Thai; Devanagari
  catch2 python3 python3-jsonschema clang-format  # testing
  parallel                                   # for the test of a run on many machines
  python3-networkx python3-igraph            # programs that graphs go to
  clang libclang-rt-dev                      # sanitizers, fuzzing
  graphviz poppler-utils libxml2-utils       # parsers that are not ours, for the tests of pictures
)

# Installs those packages that are missing, and says which. Without a missing one it does nothing.
install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
      missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "packages: all ${#packages[@]} are there, nothing is installed"
    return
  fi
  echo "packages: installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "this needs root or sudo for apt-get" >&2; exit 2; }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
